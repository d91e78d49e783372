/**
 * What the vendor's documents say, as values that compare: releases, EVC modes, hardware versions, licences, costs and
 * limits. Read once from the CSV tables below {@code rules/}; every look-up is total, and what a table does not know is
 * absent, never a guess.
 */
@NullMarked
package dev.premotion.reference;

import org.jspecify.annotations.NullMarked;
