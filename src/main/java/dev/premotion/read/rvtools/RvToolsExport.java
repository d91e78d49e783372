package dev.premotion.read.rvtools;

import dev.premotion.inventory.Reading;
import java.util.List;
import java.util.Map;

/**
 * What was read of a workbook, and what it says itself of how much there is.
 *
 * @param reading estate, origins, oddities and the file
 * @param rows rows of each sheet that was read, without headers and empty rows, in the order read
 * @param counts counts that the workbook states and that could be compared
 */
public record RvToolsExport(Reading reading, Map<String, Integer> rows, List<StatedCount> counts) {}
