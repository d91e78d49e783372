package dev.premotion.reference;

import dev.premotion.answer.Listing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All reference tables. Every look-up takes what a snapshot may lack: an absent argument gives an absent answer, and so does
 * what the tables do not know, unless the value itself says so. What nobody verified gives an absent answer too, except from
 * the look-ups that begin with {@code likely}, which may warn and never block.
 */
public final class Tables {

    private final Releases vCenters;
    private final Releases esxis;
    private final EvcModes evcModes;
    private final CpuModels cpuModels;
    private final HardwareVersions hardwareVersions;
    private final LicenceEditions editions;
    private final Licences licences;
    private final Map<String, AdmissionCosts> admissionCosts;
    private final Map<String, Long> limits = new HashMap<>();
    private final Minimums minimums;
    private final Minimums ofSwitches;
    private final Minimums ofVCenters;
    private final NsxSegments segments;
    private final String digest;

    private Tables(TableReader reader) {
        vCenters = Releases.of(Product.VCENTER, reader.table("vcenter-releases.csv", KnownRelease.COLUMNS));
        esxis = Releases.of(Product.ESXI, reader.table("esxi-releases.csv", KnownRelease.COLUMNS));
        evcModes = EvcModes.of(reader.table("evc-modes.csv", EvcModes.COLUMNS));
        cpuModels = CpuModels.of(reader.table("cpu-models.csv", CpuModels.COLUMNS), evcModes);
        hardwareVersions = HardwareVersions.of(reader.table("hardware-versions.csv", HardwareVersions.COLUMNS), esxis);
        editions = LicenceEditions.of(reader.table("licence-editions.csv", LicenceEditions.COLUMNS));
        licences = Licences.of(
                reader.table("licences.csv", Licences.COLUMNS),
                reader.table("licence-features.csv", Licences.FEATURE_COLUMNS),
                editions.likes());
        admissionCosts = AdmissionCosts.of(reader.table("admission-costs.csv", AdmissionCosts.COLUMNS));
        reader.table("limits.csv", "key", "value", "unit", "source", "status")
                .by("key")
                .forEach((key, row) -> {
                    row.sourced();
                    limits.put(key, row.whole("value"));
                });
        minimums = Minimums.of(
                reader.table("minimum-releases.csv", "key", "product", "release", "source", "status"), vCenters, esxis);
        ofSwitches = Minimums.of(
                reader.table("distributed-switches.csv", "version", "esxi", "source", "status"),
                "version",
                "esxi",
                esxis);
        ofVCenters = Minimums.of(
                reader.table("vcenter-hosts.csv", "vcenter", "esxi", "source", "status"), "vcenter", "esxi", esxis);
        segments = NsxSegments.of(reader.table("nsx-segments.csv", NsxSegments.COLUMNS), vCenters, esxis);
        digest = reader.digest();
    }

    private Tables(Tables other, Map<String, Long> changed) {
        vCenters = other.vCenters;
        esxis = other.esxis;
        evcModes = other.evcModes;
        cpuModels = other.cpuModels;
        hardwareVersions = other.hardwareVersions;
        editions = other.editions;
        licences = other.licences;
        admissionCosts = other.admissionCosts;
        limits.putAll(other.limits);
        limits.putAll(changed);
        minimums = other.minimums;
        ofSwitches = other.ofSwitches;
        ofVCenters = other.ofVCenters;
        segments = other.segments;
        digest = other.digest;
    }

    /** The same tables with other limits; the digest stays that of the files. */
    public Tables withLimits(Map<String, Long> changed) {
        return changed.isEmpty() ? this : new Tables(this, changed);
    }

    /** The built-in tables. */
    public static Tables load() {
        return new Tables(new TableReader(TableReader::builtIn));
    }

    /** The tables of a folder; all of them have to be there. */
    public static Tables load(Path folder) {
        return new Tables(new TableReader(file -> Files.readAllBytes(folder.resolve(file))));
    }

    /** The vCenter Server of a version and a build as its {@code about} shows them, by either build of the two-numbers era. */
    public @Nullable Release vCenter(@Nullable String version, @Nullable String build) {
        return vCenters.read(version, build);
    }

    /** The ESXi of a version and a build as its product information shows them. */
    public @Nullable Release esxi(@Nullable String version, @Nullable String build) {
        return esxis.read(version, build);
    }

    /** The release that a requirement asks for, by its key in {@code minimum-releases.csv}. */
    public @Nullable Release minimum(@Nullable String key) {
        return minimums.sure(key);
    }

    /** The first ESXi that a vCenter manages. */
    public @Nullable Release minEsxiForVCenter(@Nullable Release vCenter) {
        return vCenter == null ? null : ofVCenters.sure(vCenter.line());
    }

    /** The same, whether verified or not. */
    public @Nullable Release likelyMinEsxiForVCenter(@Nullable Release vCenter) {
        return vCenter == null ? null : ofVCenters.likely(vCenter.line());
    }

    /** The first ESXi that can be a member of a distributed switch of this version, whether verified or not. */
    public @Nullable Release likelyMinEsxiForSwitch(@Nullable String version) {
        return ofSwitches.likely(version);
    }

    /** The EVC mode of a key; one that the table does not know compares only by vendor. */
    public @Nullable EvcMode evc(@Nullable String key) {
        return evcModes.get(key);
    }

    /** What the text of a CPU model tells. */
    public @Nullable CpuModel cpu(@Nullable String model) {
        return cpuModels.get(model);
    }

    /** The highest EVC mode of a CPU model, for hosts of which the snapshot does not give it. */
    public @Nullable EvcMode evcOfCpu(@Nullable String model) {
        var cpu = cpuModels.get(model);
        return cpu == null ? null : cpu.highestEvc();
    }

    /** The limits of a virtual hardware version, {@code 19} for vmx-19. */
    public @Nullable HardwareVersion hardware(@Nullable Integer number) {
        return hardwareVersions.get(number);
    }

    /**
     * The most memory a VM may have on a host that runs virtual hardware versions up to this one, MiB: no version takes less
     * than those before it, so one whose maximum is not verified takes theirs at least.
     */
    public @Nullable Long maxMemoryMiB(@Nullable Integer number) {
        return hardwareVersions.memoryUpTo(number);
    }

    /** Whether an ESXi runs a virtual hardware version: a host runs every one up to its newest. */
    public @Nullable Boolean runs(@Nullable Integer number, @Nullable Release esxi) {
        var version = hardwareVersions.get(number);
        return version == null || esxi == null ? null : HardwareVersions.runs(version, esxi);
    }

    /** The newest virtual hardware version that an ESXi runs; absent for an ESXi line newer than the table. */
    public @Nullable Integer maxHardwareVersion(@Nullable Release esxi) {
        return hardwareVersions.maxOf(esxi);
    }

    /** The edition that a licence's name shows. */
    public @Nullable LicenceEdition edition(@Nullable String licenceName) {
        return editions.get(licenceName);
    }

    /**
     * Whether a licence covers a feature: {@code vMotion}, {@code StorageVMotion}, {@code CrossVCenterVMotion},
     * {@code LongDistanceVMotion}, {@code AdvancedCrossVCenterLive}, {@code AdvancedCrossVCenterCold}, {@code DRS}, {@code VDS}
     * or {@code FaultTolerance}.
     */
    public @Nullable Boolean licenses(@Nullable String licenceName, String feature) {
        return licences.licensed(editions.get(licenceName), feature);
    }

    /** The same, for a licence whose own list of features is known: what it lists is licensed whatever the edition. */
    public @Nullable Boolean licenses(
            @Nullable String licenceName, @Nullable Listing<String> features, String feature) {
        return licences.printed(features, feature) ? Boolean.TRUE : licenses(licenceName, feature);
    }

    /**
     * The first vCenter that moves a running VM from a network of a kind to an NSX segment, {@code vlan} or {@code overlay}.
     *
     * @param own the vCenter in question: some lines have a first release of their own
     */
    public @Nullable Release segmentVCenter(@Nullable String from, String segment, @Nullable Release own) {
        var needs = segments.of(from, segment, own);
        return needs == null ? null : needs.vCenter();
    }

    /** The first ESXi that does, likewise. */
    public @Nullable Release segmentEsxi(@Nullable String from, String segment, @Nullable Release own) {
        var needs = segments.of(from, segment, own);
        return needs == null ? null : needs.esxi();
    }

    /** The first NSX that does. */
    public @Nullable NsxVersion segmentNsx(@Nullable String from, String segment) {
        var needs = segments.of(from, segment, null);
        return needs == null ? null : needs.nsx();
    }

    /** A number of {@code limits.csv}, in the unit its key or its row says. */
    public @Nullable Long limit(@Nullable String key) {
        return key == null ? null : limits.get(key);
    }

    /** Admission costs by source, {@code documentation} or {@code article-2021}. */
    public @Nullable AdmissionCosts admissionCosts(@Nullable String variant) {
        return variant == null ? null : admissionCosts.get(variant);
    }

    /** SHA-256 of all tables, in hexadecimal. */
    public String digest() {
        return digest;
    }
}
