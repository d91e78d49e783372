/**
 * Yes, no, unknown: Kleene's three-valued logic with the facts that decided each answer. The ground floor: knows nothing
 * of vSphere.
 */
@NullMarked
package dev.premotion.answer;

import org.jspecify.annotations.NullMarked;
