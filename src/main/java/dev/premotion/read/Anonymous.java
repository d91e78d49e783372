package dev.premotion.read;

import dev.premotion.answer.Listing;
import dev.premotion.inventory.Catalogue;
import dev.premotion.inventory.Draft;
import dev.premotion.inventory.Inventory;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Origins;
import dev.premotion.inventory.Reading;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.SiteLink;
import dev.premotion.inventory.SourceFile;
import dev.premotion.inventory.VCenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An inventory without what tells whose it is. A text that is not known to be harmless is taken for a name, so that a new
 * property gives nothing away.
 */
public final class Anonymous {

    /** Texts that tell nothing about anybody, or that rules read word by word; by record and property. */
    private static final Set<String> HARMLESS = Set.of(
            "VCenter.version",
            "VCenter.nsxVersion",
            "VCenter.build",
            "VCenter.apiVersion",
            "VCenter.settings",
            "License.name",
            "License.edition",
            "License.features",
            "KeyProvider.type",
            "CheckFault.fault",
            "Cluster.evcMode",
            "ClusterRule.type",
            "Host.version",
            "Host.build",
            "Host.vendor",
            "Host.model",
            "Host.cpuModel",
            "Host.evcMode",
            "Host.maxEvcMode",
            "Host.evcGraphicsMode",
            "Host.unsupportedVolumes",
            "Host.licenseName",
            "Host.gpuProfiles",
            "FeatureCapability.key",
            "FeatureCapability.value",
            "FeatureRequirement.key",
            "FeatureRequirement.value",
            "VmkernelAdapter.device",
            "VmkernelAdapter.services",
            "VmkernelAdapter.netStack",
            "VmkernelAdapter.uplinks",
            "VmkernelAdapter.subnetMask",
            "PhysicalNic.device",
            "StandardSwitch.uplinks",
            "Network.vlan",
            "DistributedSwitch.version",
            "DistributedSwitch.vendor",
            "Vm.guestId",
            "Vm.guestFullName",
            "Vm.minEvcMode",
            "Vm.perVmEvcMode",
            "Vm.disabledMethods",
            "Vm.recentTasks",
            "Vm.managedBy",
            "Disk.label",
            "Disk.controller",
            "Disk.deltaDiskFormat",
            "Disk.ioFilters",
            "Host.adapterTypes",
            "Host.closedFirewallRulesets",
            "Host.deviceTypes",
            "Host.rdmModes",
            "Host.ioFilters",
            "Host.faultToleranceVersion",
            "GuestSupport.id",
            "Datastore.deltaDiskFormats",
            "Vm.cpuFeatureMask",
            "Vm.extensionConstraints",
            "Nic.label",
            "Nic.adapterType",
            "Device.label",
            "Device.profile");

    private static final Set<String> PATHS = Set.of(
            "ResourcePool.path",
            "Folder.path",
            "Vm.folder",
            "Vm.vmPathName",
            "Vm.snapshotDirectory",
            "Disk.path",
            "DiskParent.path",
            "Device.file",
            "Datastore.remotePath");

    private static final Set<String> KEYS = Set.of(
            "VCenter.stsCertificate",
            "VCenter.linkedVCenters",
            "VCenterCheck.destination",
            "KeyProvider.keyIds",
            "Host.lunUuids",
            "DistributedSwitch.uuid",
            "Vm.instanceUuid",
            "Vm.biosUuid",
            "Vm.faultTolerancePartner",
            "Vm.npivWwns",
            "Vm.keyId",
            "Disk.uuid",
            "RawDeviceMapping.lunUuid",
            "Network.segmentId");

    private static final Set<String> ADDRESSES = Set.of(
            "Host.managementIp", "VmkernelAdapter.ipAddress", "VmkernelAdapter.ipV6Address", "VmkernelAdapter.gateway");

    /** Ids of things that may be of another vCenter, by what they are. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "DatastoreMount.datastore", Kind.DATASTORE,
            "VCenterCheck.host", Kind.HOST,
            "VCenterCheck.pool", Kind.POOL,
            "VCenterCheck.folder", Kind.FOLDER,
            "VCenterCheck.datastore", Kind.DATASTORE,
            "DiskPlace.datastore", Kind.DATASTORE,
            "NicPlace.network", Kind.NETWORK);

    private static final Map<String, String> WORDS = Map.of(
            "Vm", "machine",
            "Host", "esx",
            "Datastore", "store",
            "Network", "net",
            "Cluster", "cluster",
            "VCenter", "vcenter",
            "Datacenter", "dc",
            "DistributedSwitch", "switch");

    private static final Set<String> POLICIES = Set.of(
            "VCenter.storagePolicies",
            "VsanPolicy.name",
            "Datastore.defaultStoragePolicy",
            "Vm.homeStoragePolicy",
            "Disk.storagePolicy");

    private final Pseudonyms pseudonyms;

    private Anonymous(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** The same estate under other names: one text always becomes the same, and the verdicts stay. */
    public static Reading of(Reading reading) {
        var seed = reading.files().stream().map(SourceFile::sha256).collect(Collectors.joining(" "));
        var anonymous = new Anonymous(new Pseudonyms(seed));
        var vCenters = reading.inventory().vCenters().stream()
                .map(vCenter -> (VCenter) anonymous.record(vCenter))
                .toList();
        var links = reading.inventory().links();
        var between = links.stream().map(link -> anonymous.link(link, reading)).toList();
        return new Reading(
                new Inventory(vCenters, new Listing<>(between, links.complete())),
                new Origins(),
                reading.quality(),
                reading.files());
    }

    /** The ends of a link are names, sites or instance UUIDs. */
    private SiteLink link(SiteLink link, Reading reading) {
        var ids = reading.inventory().vCenters().stream()
                .map(vCenter -> vCenter.ref().id())
                .toList();
        List<String> between = link.between().stream()
                .map(end -> ids.contains(end) ? pseudonyms.token(end) : pseudonyms.name(end, "vcenter"))
                .toList();
        return Draft.of(link)
                .set("ref", Ref.link(between))
                .set("between", between)
                .build();
    }

    private Record record(Record record) {
        var draft = Draft.of(record);
        for (var property : Draft.properties(record.getClass())) {
            var value = draft.get(property.getName());
            if (value != null) {
                draft.set(property.getName(), value(record.getClass(), property.getName(), value));
            }
        }
        return draft.build();
    }

    private Object value(Class<?> type, String property, Object value) {
        if (value instanceof Ref ref) {
            return ref(ref);
        }
        if (value instanceof Listing<?> list) {
            var items = new ArrayList<Object>(list.size());
            list.forEach(item -> items.add(value(type, property, item)));
            return new Listing<>(items, list.complete());
        }
        if (value instanceof Record record) {
            return record(record);
        }
        return value instanceof String text ? text(type, property, text) : value;
    }

    private Ref ref(Ref ref) {
        var vCenter = pseudonyms.token(ref.vCenter());
        return new Ref(
                ref.kind(), vCenter, ref.kind().equals(Kind.VCENTER) ? vCenter : pseudonyms.id(ref.kind(), ref.id()));
    }

    private String text(Class<?> type, String property, String text) {
        var at = type.getSimpleName() + "." + property;
        var rules = Catalogue.bundled().of(type, property);
        var kinds = rules == null ? List.<String>of() : rules.refersTo();
        @Nullable String kind = kinds.isEmpty() ? ELSEWHERE.get(at) : kinds.get(0);
        if (kind != null) {
            return pseudonyms.id(kind, text);
        }
        if (HARMLESS.contains(at) || rules != null && !rules.values().isEmpty()) {
            return text;
        }
        if (at.equals("Nic.macAddress")) {
            return pseudonyms.mac(text);
        }
        if (at.equals("Datastore.url")) {
            return pseudonyms.url(text);
        }
        if (at.equals("Vm.vApp")) {
            return text.matches("resgroup-v?\\d+") ? text : pseudonyms.name(text, "vapp");
        }
        if (KEYS.contains(at)) {
            return pseudonyms.token(text);
        }
        if (ADDRESSES.contains(at)) {
            return pseudonyms.address(text);
        }
        return PATHS.contains(at) ? pseudonyms.path(text) : pseudonyms.name(text, word(type, at));
    }

    private static String word(Class<?> type, String at) {
        if (POLICIES.contains(at)) {
            return "policy";
        }
        @Nullable String word = WORDS.get(type.getSimpleName());
        return word == null ? "name" : word;
    }
}
