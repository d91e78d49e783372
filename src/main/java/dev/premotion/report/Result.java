package dev.premotion.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run found, in the shape of {@code result.json} ({@code "format": "premotion/result/1"}). Every report is
 * made from this record alone, so their counts agree, and a saved result can be read back and shown again.
 *
 * <p>Absent values are {@code null} and are left out of the JSON. Lists are sorted: the same input gives the same bytes.
 *
 * @param format always {@link #FORMAT}
 * @param plan what was checked: the plan's name, or {@code survey} without one
 * @param placements only in a survey: for each VM the hosts of its cluster; {@code migrations} is empty then
 * @param evacuations only in a survey: for each host whether it can be emptied
 * @param vCenterChecks what vCenter's own check says beside the findings; absent where it was not asked
 * @param simulation absent when nothing was simulated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Result(
        String format,
        Plan plan,
        Summary summary,
        List<Migration> migrations,
        @Nullable List<Placement> placements,
        @Nullable List<Evacuation> evacuations,
        List<Finding> findings,
        List<Fix> fixes,
        List<Confirm> confirm,
        List<Quality> quality,
        @Nullable List<VCenterSaid> vCenterChecks,
        @Nullable Simulation simulation,
        Inputs inputs) {

    /** The format of this version; readers refuse others. */
    public static final String FORMAT = "premotion/result/1";

    /** @param name as the plan gives it; {@code survey} when there was no plan */
    public record Plan(String name, boolean survey) {}

    /**
     * How many migrations (in a survey: VMs) came to which verdict.
     *
     * @param relying how many of the approved rely on a waiver, an assumption or a promised fix
     * @param rules how many rules judged
     * @param gate {@code passes: } or {@code fails: } and why, see {@link Gate}
     */
    public record Summary(
            int migrations,
            int approved,
            int approvedWithWarnings,
            int undetermined,
            int blocked,
            int excluded,
            int relying,
            int rules,
            Checks checks,
            String gate) {}

    /** How the single checks (a rule on a subject) ended. */
    public record Checks(long held, long notApplicable, long failed, long unknown) {}

    /**
     * One planned migration.
     *
     * @param id stable from run to run
     * @param vm the VM's name, or what the plan said where it names none or several
     * @param ref the VM's identity as {@code vCenter/managed object id}; absent where the entry resolved to nothing
     * @param type in the words of the vSphere wizard, see {@link #kinds} for the exact kinds
     * @param kinds the possible kinds, such as {@code both linked live}; one where all is known
     * @param wave the plan's wave; absent where it names none
     * @param verdict approved, approved-with-warnings, undetermined, blocked or excluded
     * @param because why the migration is excluded; absent otherwise
     * @param findings ids of the findings that concern it
     * @param candidates the possible destination hosts with their own verdict, when the plan named a cluster
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Migration(
            String id,
            String vm,
            @Nullable String ref,
            String type,
            List<String> kinds,
            @Nullable Place from,
            @Nullable Place to,
            @Nullable Integer wave,
            String verdict,
            @Nullable String because,
            List<String> findings,
            ReliesOn reliesOn,
            List<Candidate> candidates,
            List<Consequence> consequences) {}

    /** Where a VM is or goes; names, absent where unknown or unchanged. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Place(
            @Nullable String vcenter,
            @Nullable String datacenter,
            @Nullable String cluster,
            @Nullable String host,
            @Nullable String pool,
            @Nullable String folder,
            List<Disk> disks,
            List<Nic> nics) {}

    /** @param capacityBytes provisioned size; absent where unknown */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Disk(
            String name,
            @Nullable String datastore,
            @Nullable Long capacityBytes) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Nic(String name, @Nullable String network) {}

    /** What a verdict stands on beside facts: ids of waivers, assumptions and promised fixes, as {@code rule: because}. */
    public record ReliesOn(List<String> waivers, List<String> assumptions, List<String> fixes) {}

    /** One possible destination host of a migration whose plan names a cluster. */
    public record Candidate(String host, String verdict, boolean chosen, List<String> findings) {}

    /** What the move changes for good; never changes a verdict. */
    public record Consequence(String what, String because) {}

    /** In a survey: one VM and the hosts of its cluster that could take it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Placement(
            String id,
            String vm,
            @Nullable String ref,
            @Nullable String vcenter,
            @Nullable String cluster,
            @Nullable String host,
            String verdict,
            @Nullable String because,
            int canTake,
            int undetermined,
            int blocked,
            List<String> findings,
            List<Candidate> candidates) {}

    /**
     * In a survey: whether a host can be emptied.
     *
     * @param verdict approved (every VM has a host that takes it, with all the others under way), undetermined or blocked
     * @param movable VMs that find room while all others of the host move too
     * @param crowded VMs that a host takes by themselves, but for which no room was found when all of them move
     * @param undetermined VMs of which the snapshot says too little, by themselves or together
     * @param stuck names of the VMs that no other host takes for certain
     * @param because why they do not all find room together, for the first of them; absent where they do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evacuation(
            String host,
            String ref,
            @Nullable String cluster,
            int vms,
            String verdict,
            int movable,
            int crowded,
            int undetermined,
            int blocked,
            List<String> stuck,
            @Nullable String because) {}

    /**
     * A requirement that does not hold, or cannot be told, for one subject.
     *
     * @param id digest of the rule and of what it is about
     * @param severity blocker, warning or info
     * @param answer no or unknown
     * @param enforcedBy vcenter, host, support or nobody
     * @param message one sentence with the values
     * @param title what the rule requires
     * @param faults vSphere's faults for it
     * @param waiver who accepted it and why; absent where it counts
     * @param migrations how many migrations (in a survey: VMs) it concerns, also through a candidate that was not chosen
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            String id,
            String rule,
            String title,
            String topic,
            String severity,
            String answer,
            String enforcedBy,
            Subject subject,
            String message,
            List<Evidence> evidence,
            String remedy,
            List<String> sources,
            List<String> faults,
            @Nullable String waiver,
            int migrations) {}

    /** @param kind such as {@code vcenter-pair}, {@code host-pair}, {@code vm}; {@code ref} joins its identities by a blank */
    public record Subject(String kind, String name, String ref) {}

    /**
     * One value that decided.
     *
     * @param fact path from the subject, such as {@code cluster.evcMode}
     * @param value as text; absent where the snapshot does not say
     * @param unit KiB, MiB, bytes, ms, s, Mbit/s or MHz; absent where the value has none
     * @param required what was expected, such as {@code at most 600 s}; absent where the value was only looked at
     * @param origin where it was read: a JSON pointer, a sheet and cell, or a managed object and property
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Evidence(
            String fact,
            @Nullable String value,
            @Nullable String unit,
            @Nullable String required,
            @Nullable String origin) {}

    /**
     * Something to fix, and how many migrations it alone would unblock ({@code unblocks}) or concerns ({@code concerns}).
     *
     * @param together migrations that are free once everything that needs this remedy is fixed; absent in older results
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fix(
            String rule,
            String title,
            String remedy,
            Subject subject,
            String finding,
            int unblocks,
            int concerns,
            @Nullable Integer together) {}

    /**
     * One fact to confirm: asked once at the widest scope that answers it.
     *
     * @param fact kind and property, such as {@code host.vmotionAdapter}
     * @param question in words
     * @param scope what to ask it of: a cluster, a name pattern, a pair
     * @param subjects how many things lack it
     * @param migrations how many undetermined migrations wait for it
     * @param decides how many would be decided by the answers up to and including this one
     * @param hosts true where hosts that somebody wants to empty wait for it, and those two count hosts; absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Confirm(
            String fact,
            String question,
            String scope,
            int subjects,
            int migrations,
            int decides,
            @Nullable Boolean hosts) {

        /** Whether it helps to tell which hosts can be emptied, rather than where a VM can go. */
        public boolean forHosts() {
            return Boolean.TRUE.equals(hosts);
        }

        /** Who waits for it, such as {@code 3 hosts}. */
        public String waiting(boolean survey) {
            return Words.count(migrations, forHosts() ? "host" : survey ? "VM" : "migration");
        }
    }

    /**
     * One thing that vCenter's own check says of a migration, or that only a finding says.
     *
     * @param migration id of the migration
     * @param vm the VM's name
     * @param to the host it was asked about
     * @param fault vCenter's fault; absent where vCenter is silent or says nothing against the migration
     * @param severity error, warning, or nothing where vCenter lets it run
     * @param message what vCenter says; absent where it says nothing
     * @param rules ids of the rules whose findings say the same
     * @param agrees whether both say it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VCenterSaid(
            String migration,
            String vm,
            String to,
            @Nullable String fault,
            String severity,
            @Nullable String message,
            List<String> rules,
            boolean agrees) {}

    /** Something odd in an input; {@code place} is a JSON pointer with line, or sheet, row and column. */
    public record Quality(String file, String place, String message) {}

    /** The approved migrations executed on a clock. Times in seconds from the start of the plan. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Simulation(
            String policy,
            long seed,
            double makespanSeconds,
            @Nullable Range makespanRange,
            List<Run> migrations,
            List<Link> links,
            List<String> assumptions,
            int draws,
            List<Answer> answers) {}

    /** What people ask of a plan, answered in a sentence or two. */
    public record Answer(String question, String answer) {}

    /**
     * A value that rests on a guess.
     *
     * @param low what one in twenty draws stays below (p5)
     * @param likely the one in the middle (p50)
     * @param high what nineteen in twenty draws stay below (p95)
     */
    public record Range(double low, double likely, double high) {}

    /**
     * One simulated migration.
     *
     * @param state done, failed or not-started; what never began has no times, and zeros stand for them
     * @param conditional true where the verdict was undetermined and the run rests on what nobody confirmed
     * @param waitedSeconds how long vCenter's limits held it back, just before it started
     * @param guestSlowdown part of the guest's speed lost while SDPS or write mirroring held it back, 0 to 1
     * @param passes of the slowest 1,000 runs unless all were asked for; empty in the others
     * @param range of the duration in seconds; absent where no input was guessed
     * @param stunRange of the stun in milliseconds; absent where no input was guessed
     * @param slowdownRange of the guest's slowdown; absent where no input was guessed
     * @param driver the guessed input that moves the duration most; absent where none does
     * @param assumptions what was guessed for this VM
     * @param stunNotModelled true for a running VM that only moves its storage: its stun is not modelled, and a zero stands
     *     for it; absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Run(
            String id,
            String vm,
            String state,
            @Nullable String reason,
            boolean conditional,
            double waitedSeconds,
            double startSeconds,
            double endSeconds,
            List<Pass> passes,
            long bytesSent,
            double stunMillis,
            double guestSlowdown,
            @Nullable Range range,
            @Nullable Range stunRange,
            @Nullable Range slowdownRange,
            @Nullable String driver,
            List<String> assumptions,
            @Nullable Boolean stunNotModelled) {
        /** The state of what never began. */
        public static final String NOT_STARTED = "not-started";

        /** Whether its stun says how long the guest stands still. */
        public boolean stunModelled() {
            return !Boolean.TRUE.equals(stunNotModelled);
        }

        /** Whether it began at all. */
        public boolean began() {
            return !state.equals(NOT_STARTED);
        }
    }

    /** One pre-copy pass, or ({@code kind}: disk) the copy of the disks before it. */
    public record Pass(String kind, long bytes, double seconds, long dirtyBytes) {}

    /** What a shared path carried. {@code capacityBytesPerSecond} is what was assumed or read. */
    public record Link(String name, double capacityBytesPerSecond, long bytes, double busySeconds, double peakShare) {}

    /**
     * What an approval was given for: digests are SHA-256 in hex.
     *
     * @param rulePolicy absent without one
     * @param ownRules rules of one's own; absent without any
     * @param baseline the earlier result that the gate forgives; absent without one
     * @param policyChanges what the rule policy changed; absent where nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Inputs(
            List<File> files,
            String inventory,
            @Nullable String plan,
            @Nullable String waivers,
            @Nullable String facts,
            @Nullable String rulePolicy,
            @Nullable List<PolicyChange> policyChanges,
            String rulebook,
            @Nullable String ownRules,
            @Nullable String baseline,
            @Nullable String asOf,
            String today,
            String toolVersion) {}

    /**
     * What a rule policy changed.
     *
     * @param what a rule's id, a limit's key or a greatest age
     * @param before what the rulebook says
     * @param after what counted here
     */
    public record PolicyChange(String what, String before, String after, String because, String by) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record File(String path, String sha256, @Nullable String capturedAt) {}
}
