/** Writes the workbook of a result. */
@NullMarked
package dev.premotion.report.excel;

import org.jspecify.annotations.NullMarked;
