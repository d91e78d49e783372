package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.KeyProvider;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.License;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.VCenter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes what is known of the vCenter itself. */
final class CentreMapper {

    /** Advanced settings that switch checks of migrations; others may hold what is nobody's business. */
    private static final List<String> SETTINGS = List.of("config.migrate.", "migrate.", "config.vpxd.network.");

    /** Where vCenter has its tokens issued. */
    private static final String STS = "config.vpxd.sso.sts.uri";

    private final Estate estate;

    CentreMapper(Estate estate) {
        this.estate = estate;
    }

    Filler<VCenter> centre(Managed source, Extras extras) {
        var options = estate.one("OptionManager");
        var beside = extras.beside();
        var name = option(options, "VirtualCenter.FQDN");
        var domain = beside.lookup().ssoDomain();
        return new Filler<>(VCenter.class, source)
                .put("ref", new Ref(Kind.VCENTER, estate.id, estate.id))
                .put("name", name != null ? name : option(options, "VirtualCenter.InstanceName"))
                .text("version", "content.about.version")
                .text("build", "content.about.build")
                .text("apiVersion", "content.about.apiVersion")
                .put("clock", extras.clock())
                .put("licenses", licences())
                .put("keyProviders", keyProviders())
                .put("storagePolicies", beside.policies().policies())
                .put("vsanPolicies", beside.policies().vsan())
                .put("settings", settings(options))
                .put("ssoDomain", domain != null ? domain : LookupService.domain(option(options, STS)))
                .put("stsCertificate", beside.rest().signingCertificate())
                .put("linkedVCenters", linked(beside.lookup()))
                .put("capturedAt", extras.clock() != null ? extras.clock().readAt() : source.time("serverClock"));
    }

    private static @Nullable Listing<String> linked(LookupService lookup) {
        var partners = lookup.partners();
        return partners == null ? null : Listing.complete(partners);
    }

    private static @Nullable String option(@Nullable Managed options, String key) {
        for (var option : options == null ? List.<Part>of() : options.parts("setting")) {
            if (key.equals(option.text("key"))) {
                return option.text("value");
            }
        }
        return null;
    }

    /** Values that are no plain switch are left out. */
    private static @Nullable Object settings(@Nullable Managed options) {
        if (options == null || !options.has("setting")) {
            return null;
        }
        var settings = new TreeMap<String, String>();
        for (var option : options.parts("setting")) {
            var key = option.text("key");
            var value = option.text("value");
            if (key != null && value != null && SETTINGS.stream().anyMatch(key::startsWith)) {
                settings.put(key, value);
            }
        }
        return settings;
    }

    /** Without their keys, which are never read. */
    private @Nullable Listing<License> licences() {
        var manager = estate.one("LicenseManager");
        if (manager == null || !manager.has("licenses")) {
            return null;
        }
        var licences = new ArrayList<License>();
        boolean complete = true;
        for (var each : manager.parts("licenses")) {
            var name = each.text("name");
            complete &= name != null;
            if (name != null) {
                licences.add(licence(each, name));
            }
        }
        return new Listing<>(licences, complete);
    }

    private static License licence(Part each, String name) {
        var features = new ArrayList<String>();
        Part expires = null;
        for (var property : each.parts("properties")) {
            var key = property.text("key");
            var feature = property.text("value.value");
            if ("feature".equals(key) && feature != null) {
                features.add(feature);
            } else if ("expirationDate".equals(key)) {
                expires = property;
            }
        }
        var total = each.amount("total");
        return new Filler<>(License.class, each)
                .put("name", name)
                .text("edition", "editionKey")
                .put("total", total == null || total == 0 ? null : total)
                .amount("used", "used")
                .put("expires", expires == null ? null : expires.time("value"))
                .put("features", features.isEmpty() ? null : Listing.complete(features))
                .build();
    }

    private @Nullable Listing<KeyProvider> keyProviders() {
        var manager = estate.one("CryptoManagerKmip");
        if (manager == null || !manager.has("kmipServers")) {
            return null;
        }
        var providers = new ArrayList<KeyProvider>();
        boolean complete = true;
        for (var each : manager.parts("kmipServers")) {
            var id = each.text("clusterId.id");
            complete &= id != null;
            if (id != null) {
                providers.add(new KeyProvider(id, type(each.text("managementType")), null));
            }
        }
        return new Listing<>(providers, complete);
    }

    /** {@code KmipClusterInfo.managementType}, since 7.0. */
    private static @Nullable String type(@Nullable String management) {
        return management == null
                ? null
                : switch (management) {
                    case "vCenter" -> "standard";
                    case "trustAuthority" -> "trusted";
                    case "nativeProvider" -> "native";
                    default -> null;
                };
    }
}
