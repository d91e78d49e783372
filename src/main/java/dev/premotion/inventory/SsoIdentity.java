package dev.premotion.inventory;

import dev.premotion.answer.Listing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether two vCenters are one SSO domain. Linked partners and a common signing certificate prove it; other partners,
 * another certificate and other domain names disprove it; where these contradict each other nobody can tell; equal names
 * prove nothing, since {@code vsphere.local} is everybody's default (requirements row SSO-IDENTITY).
 */
public final class SsoIdentity {

    private SsoIdentity() {}

    /** Absent where the inventory does not say, or says both. */
    public static @Nullable Boolean same(VCenter one, VCenter other, @Nullable SiteLink link) {
        if (link != null && link.sameSsoDomain() != null) {
            return link.sameSsoDomain();
        }
        var said = said(one, other).values().stream().distinct().toList();
        return said.size() == 1 ? said.get(0) : null;
    }

    /** Notes on the pairs that are one SSO domain by one fact and two by another, and of which nobody said which holds. */
    static List<QualityNote> contradictions(Inventory inventory, Origins origins, List<SourceFile> files) {
        var notes = new ArrayList<QualityNote>();
        var all = inventory.vCenters();
        for (int i = 0; i < all.size(); i++) {
            for (var other : all.subList(i + 1, all.size())) {
                var one = all.get(i);
                if (same(one, other, Links.between(inventory, one, other)) == null) {
                    var said = said(one, other);
                    if (said.containsValue(true) && said.containsValue(false)) {
                        var place = origins.of(other.ref(), "ssoDomain");
                        notes.add(QualityNote.at(place, files, message(one, other, said)));
                    }
                }
            }
        }
        return notes;
    }

    private static String message(VCenter one, VCenter other, Map<String, Boolean> said) {
        var words = said.entrySet().stream()
                .map(fact -> "by " + fact.getKey() + (fact.getValue() ? " they are" : " they are not"))
                .toList();
        return "whether the vCenters " + one.label() + " and " + other.label()
                + " are one SSO domain is told both ways: "
                + String.join(", ", words) + "; it stays unknown\n"
                + "Maybe one of the snapshots is out of date; sameSsoDomain of their link, in a facts file, settles it";
    }

    /** What each fact says, in words. */
    private static Map<String, Boolean> said(VCenter one, VCenter other) {
        var said = new LinkedHashMap<String, Boolean>();
        var linked = linked(one, other);
        if (linked != null) {
            said.put("the list of linked partners", linked);
        }
        if (one.stsCertificate() != null && other.stsCertificate() != null) {
            said.put(
                    "the certificates that sign their tokens",
                    one.stsCertificate().equals(other.stsCertificate()));
        }
        if (one.ssoDomain() != null
                && other.ssoDomain() != null
                && !one.ssoDomain().equalsIgnoreCase(other.ssoDomain())) {
            said.put("the names " + one.ssoDomain() + " and " + other.ssoDomain(), false);
        }
        return said;
    }

    /** Whether they are partners of one another. */
    private static @Nullable Boolean linked(VCenter one, VCenter other) {
        if (lists(one.linkedVCenters(), other) || lists(other.linkedVCenters(), one)) {
            return true;
        }
        return complete(one.linkedVCenters()) && complete(other.linkedVCenters()) ? Boolean.FALSE : null;
    }

    private static boolean lists(@Nullable Listing<String> partners, VCenter other) {
        return partners != null && partners.items().contains(other.ref().id());
    }

    private static boolean complete(@Nullable Listing<String> partners) {
        return partners != null && partners.complete();
    }
}
