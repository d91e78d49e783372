package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.util.List;

/**
 * Everything known about an estate at one moment, from one or several snapshots.
 *
 * @param vCenters vCenters in the order read
 * @param links what lies between them
 */
public record Inventory(List<VCenter> vCenters, Listing<SiteLink> links) {}
