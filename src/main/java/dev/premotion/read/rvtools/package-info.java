/**
 * RVTools workbooks as inventories. Columns are found by their names, what a workbook has no column for stays absent, and
 * whatever is odd in it becomes a data-quality note while the rest is read.
 */
@NullMarked
package dev.premotion.read.rvtools;

import org.jspecify.annotations.NullMarked;
