/** The rulebook and the only package that knows Drools. */
@NullMarked
package dev.premotion.rules;

import org.jspecify.annotations.NullMarked;
