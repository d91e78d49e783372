/** Findings, verdicts, what to fix and what to confirm first: plain data, and the functions that derive one from another. */
@NullMarked
package dev.premotion.assessment;

import org.jspecify.annotations.NullMarked;
