package dev.premotion.reference;

import dev.premotion.answer.PartiallyOrdered;
import org.jspecify.annotations.Nullable;

/**
 * A release of vCenter Server or ESXi, as far as a version and a build tell it.
 *
 * <p>Ordered by major, minor and update, and only within one update by build: patches are also made for older updates, so a
 * higher build may be an older release. What is not known exactly lies between two bounds and compares with whatever lies
 * outside them: an ESXi 6.7.0 without a build is surely newer than 6.5 and surely at least 6.7, and perhaps at least 6.7 U2.
 *
 * @param product what it is a release of; those of two products do not compare
 * @param name without the product, as people write it: {@code 7.0 U3q}
 * @param line major and minor: {@code 7.0}
 * @param update 0 for GA; the maintenance number from 9.0; absent where it cannot be told
 * @param build as given; absent where it was not
 * @param listed whether the table knows this very release
 * @param remark what else to tell about it, such as that it is newer than the table; empty where there is nothing
 * @param earliest the first place in the product's order where it may stand
 * @param latest the last such place; the same where the release is exactly known
 */
public record Release(
        Product product,
        String name,
        String line,
        @Nullable Integer update,
        @Nullable Long build,
        boolean listed,
        String remark,
        long earliest,
        long latest)
        implements PartiallyOrdered<Release> {

    @Override
    public @Nullable Boolean atMost(Release other) {
        if (product != other.product) {
            return null;
        }
        if (latest <= other.earliest) {
            return true;
        }
        return earliest > other.latest ? Boolean.FALSE : null;
    }

    @Override
    public boolean vague() {
        return earliest != latest;
    }

    /** As a person says it: {@code ESXi 7.0 U3q (build 23794027)}, {@code vCenter 7.0 U1c}. */
    @Override
    public String toString() {
        var more = build == null ? "" : "build " + build;
        if (!remark.isEmpty()) {
            more += (more.isEmpty() ? "" : ", ") + remark;
        }
        return product + " " + name + (more.isEmpty() ? "" : " (" + more + ")");
    }
}
