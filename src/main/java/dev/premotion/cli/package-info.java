/** Commands, exit codes and the terminal: the only package that prints. */
@NullMarked
package dev.premotion.cli;

import org.jspecify.annotations.NullMarked;
