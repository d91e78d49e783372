/** A clean estate to build tests on, and how to change it. */
@NullMarked
package dev.premotion.inventory;

import org.jspecify.annotations.NullMarked;
