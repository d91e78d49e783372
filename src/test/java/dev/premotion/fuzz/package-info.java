/** Every reader against inputs broken on purpose. */
@NullMarked
package dev.premotion.fuzz;

import org.jspecify.annotations.NullMarked;
