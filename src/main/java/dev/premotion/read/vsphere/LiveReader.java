package dev.premotion.read.vsphere;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.BadInput;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a live vCenter through the vSphere API (SOAP, 6.5 to 9.x). It only reads: nothing it calls changes anything. What the
 * account may not see stays unknown, and is noted.
 */
public final class LiveReader {

    private static final List<String> MANAGERS = List.of("setting", "licenseManager", "cryptoManager");

    private final Session session;
    private final Oddities oddities;
    private final Consumer<String> progress;
    private final Estate estate;
    private final Access access;
    private final Consumer<List<String>> siblings;

    private LiveReader(
            Session session,
            Access access,
            Oddities oddities,
            Consumer<String> progress,
            Consumer<List<String>> siblings) {
        this.access = access;
        this.siblings = siblings;
        this.session = session;
        this.oddities = oddities;
        this.progress = progress;
        this.estate = new Estate(session.about("instanceUuid"), session.about("apiVersion"), oddities);
    }

    /**
     * Reads one vCenter.
     *
     * @param access how to reach it
     * @param progress told now and then how far it is
     * @throws BadInput where it cannot be reached or read at all
     */
    public static Reading read(Access access, Consumer<String> progress) {
        return read(access, progress, siblings -> {});
    }

    /**
     * Reads one vCenter.
     *
     * @param access how to reach it
     * @param progress told now and then how far it is
     * @param siblings told the addresses of the other vCenters of its linked group, if there are any
     * @throws BadInput where it cannot be reached or read at all
     */
    public static Reading read(Access access, Consumer<String> progress, Consumer<List<String>> siblings) {
        var where = access.address().toString();
        var oddities = new Oddities(where);
        Reading reading;
        try (var session = Session.open(access, oddities)) {
            progress.accept("logged in to " + session.about("fullName"));
            reading = new LiveReader(session, access, oddities, progress, siblings).reading(where);
        } catch (VimFault e) {
            throw new BadInput(
                    where,
                    "",
                    "its inventory cannot be read (" + e.words() + ")",
                    e.type().equals("NoPermission")
                            ? "the account needs read-only access from the root folder down"
                            : "vCenter is restarting, or ended the session");
        }
        return new Reading(reading.inventory(), reading.origins(), oddities.all(), reading.files());
    }

    private Reading reading(String where) throws VimFault {
        var top = session.top();
        estate.add(top);
        var clock = session.clock();
        MANAGERS.forEach(this::manager);
        session.collector().objects(Wanted.INFRASTRUCTURE, estate::add);
        progress.accept(estate.all().size() + " objects but for VMs");
        var beside =
                new Beside(RestFacts.read(access, oddities), lookup(), policies(), new SwitchPorts(session, oddities));
        var mapper = new VCenterMapper(estate, beside);
        int[] count = {0};
        session.collector().objects(List.of(Wanted.VM), vm -> {
            mapper.vm(vm);
            if (++count[0] % 1_000 == 0) {
                progress.accept(count[0] + " VMs");
            }
        });
        var extras = new Extras(licences(), hardwareVersions(), offers(), clock, beside);
        var vCenter = mapper.vCenter(top, extras);
        return new Reading(
                new Inventory(List.of(vCenter), Listing.partial(List.of())),
                mapper.origins(),
                List.of(),
                List.of(new SourceFile(where, "", vCenter.capturedAt())));
    }

    private LookupService lookup() {
        var lookup = LookupService.read(access, session.about("instanceUuid"), oddities);
        if (!lookup.siblings().isEmpty()) {
            siblings.accept(lookup.siblings());
        }
        return lookup;
    }

    private StoragePolicies policies() {
        var vsan = estate.all("Datastore").stream()
                .filter(datastore -> "vsan".equalsIgnoreCase(datastore.text("summary.type")))
                .map(Managed::id)
                .toList();
        return StoragePolicies.read(session, vsan, oddities);
    }

    private void manager(String property) {
        var manager = session.manager(property);
        if (manager == null || !Wanted.has(manager.kind())) {
            return;
        }
        try {
            session.collector().object(manager, estate::add);
        } catch (VimFault e) {
            oddities.add(manager.kind(), Session.refused(manager.kind() + " could not be read", e), "");
        }
    }

    /** The licence of each host, by name and without its key. */
    private Map<String, String> licences() {
        var names = new HashMap<String, String>();
        var manager = session.manager("licenseManager");
        if (manager == null) {
            return names;
        }
        try {
            var assignment = new ArrayList<Value>();
            session.collector().reference(manager, "licenseAssignmentManager", assignment::add);
            for (var found : assignment) {
                for (var each : session.list(found, "QueryAssignedLicenses", "")) {
                    var entity = each.find("entityId");
                    var name = each.find("assignedLicense.name");
                    if (entity != null && name != null && !name.text().isBlank()) {
                        names.put(entity.text(), name.text());
                    }
                }
            }
        } catch (VimFault e) {
            oddities.add("LicenseAssignmentManager", Session.refused("assigned licences could not be read", e), "");
        }
        return names;
    }

    /** The highest virtual hardware version that each host runs. */
    private Map<String, Integer> hardwareVersions() {
        var highest = new HashMap<String, Integer>();
        for (var compute : estate.all()) {
            var browser = compute.type().endsWith("ComputeResource") ? compute.find("environmentBrowser") : null;
            if (browser == null) {
                continue;
            }
            try {
                for (var descriptor : session.list(browser, "QueryConfigOptionDescriptor", "")) {
                    version(descriptor, highest);
                }
            } catch (VimFault e) {
                oddities.add(
                        compute.place("environmentBrowser"),
                        Session.refused("virtual hardware versions could not be read", e),
                        compute.id());
            }
        }
        return highest;
    }

    /** What each host offers; hosts of one build in one cluster offer the same, so that one of them is asked. */
    private Map<String, Extras.Offer> offers() {
        var offers = new HashMap<String, Extras.Offer>();
        var known = new HashMap<String, Extras.@Nullable Offer>();
        for (var host : estate.all("HostSystem")) {
            var compute = estate.get(host.text("parent"));
            var browser = compute == null ? null : compute.find("environmentBrowser");
            var build = host.text("config.product.build");
            if (compute == null || browser == null || build == null) {
                continue;
            }
            var key = compute.id() + " " + build;
            if (!known.containsKey(key)) {
                known.put(key, offer(host, browser));
            }
            var offer = known.get(key);
            if (offer != null) {
                offers.put(host.id(), offer);
            }
        }
        return offers;
    }

    private Extras.@Nullable Offer offer(Managed host, Value browser) {
        try {
            var spec = "<spec>" + Soap.reference("host", host.type(), host.id()) + "</spec>";
            return ConfigOptions.offer(new Part(host, "", session.call(browser, "QueryConfigOptionEx", spec)));
        } catch (VimFault e) {
            oddities.add(
                    host.place("QueryConfigOptionEx"),
                    Session.refused("what hosts offer to VMs could not be read", e),
                    host.id());
            return null;
        }
    }

    private static void version(Value descriptor, Map<String, Integer> highest) {
        var key = descriptor.find("key");
        var runs = descriptor.find("runSupported");
        if (key == null
                || !key.text().matches("vmx-\\d{1,3}")
                || runs != null && !runs.text().equals("true")) {
            return;
        }
        int version = Integer.parseInt(key.text().substring("vmx-".length()));
        descriptor.all("host").forEach(host -> highest.merge(host.text(), version, Math::max));
    }
}
