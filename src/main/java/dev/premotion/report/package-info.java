/** Writes what was found: {@code result.json}, the workbook and the page, all from one {@link Result}. */
@NullMarked
package dev.premotion.report;

import org.jspecify.annotations.NullMarked;
