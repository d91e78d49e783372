/**
 * A vSphere estate as snapshots describe it: records with their identities, where each fact was read, and how missing
 * facts are laid over it. An absent property is unknown; it is never 0 or empty.
 */
@NullMarked
package dev.premotion.inventory;

import org.jspecify.annotations.NullMarked;
