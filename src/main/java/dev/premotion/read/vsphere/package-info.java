/**
 * vSphere's own data as inventories: dumps that {@code govc object.save} wrote, and live vCenters. Both give managed objects
 * with property paths, and one mapper makes the records of them.
 */
@NullMarked
package dev.premotion.read.vsphere;

import org.jspecify.annotations.NullMarked;
