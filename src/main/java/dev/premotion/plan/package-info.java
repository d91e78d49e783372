/**
 * A plan as written and as resolved against an inventory: migrations, the subjects that rules judge, and the ledger of the
 * estate after each step.
 */
@NullMarked
package dev.premotion.plan;

import org.jspecify.annotations.NullMarked;
