/**
 * From files to an inventory. What cannot be read at all ends the run with one clear error; what is odd inside is noted,
 * stays unknown, and the rest is read.
 */
@NullMarked
package dev.premotion.read;

import org.jspecify.annotations.NullMarked;
