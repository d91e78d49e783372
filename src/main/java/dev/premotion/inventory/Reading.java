package dev.premotion.inventory;

import java.util.List;

/**
 * What reading some snapshots gave.
 *
 * @param inventory the estate
 * @param origins where each fact was read
 * @param quality what was odd
 * @param files what was read
 */
public record Reading(Inventory inventory, Origins origins, List<QualityNote> quality, List<SourceFile> files) {}
