/** Writes a result as SARIF 2.1.0, which code hosts and editors show. */
@NullMarked
package dev.premotion.report.sarif;

import org.jspecify.annotations.NullMarked;
