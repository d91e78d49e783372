package dev.premotion.assessment;

import static dev.premotion.assessment.Severity.BLOCKER;
import static dev.premotion.assessment.Severity.WARNING;
import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.DB_A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.oneSite;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Truth;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Assessment.Reliance;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Host;
import dev.premotion.inventory.Ref;
import dev.premotion.inventory.SiteLink;
import dev.premotion.inventory.VCenter;
import dev.premotion.plan.HostPair;
import dev.premotion.plan.InvolvedHost;
import dev.premotion.plan.Plan;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.PlannedEntry;
import dev.premotion.plan.Plans;
import dev.premotion.plan.Resolver;
import dev.premotion.plan.SourceHost;
import dev.premotion.plan.Subject;
import dev.premotion.reference.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How findings about things become verdicts of migrations, first of all where a survey does not know a VM's host. */
class AssessorTest {

    private static final Tables TABLES = Tables.load();
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 16);
    private static final Permits NONE = new Permits(List.of(), Set.of(), new IdentityHashMap<>(), false, TODAY);

    /** Hosts 1 to 3 are tried for web-a, and one of them may be its own. */
    private static final Estate LOST = oneSite().without(WEB_A, "host");

    /** web-a and db-a are in the other cluster, so that a plan can move them to hosts 1 to 3. */
    private static final Estate APART = oneSite()
            .change(WEB_A, "host", "host-4")
            .change(WEB_A, "cluster", "domain-c2")
            .change(DB_A, "host", "host-4")
            .change(DB_A, "cluster", "domain-c2");

    private static final Subject ONE = Findings.entry("one");
    private static final Subject TWO = Findings.entry("two");
    private static final Subject THREE = Findings.entry("three");
    private static final Subject AT_1 = at(1);
    private static final Subject AT_2 = at(2);
    private static final Subject SOURCE = new SourceHost(host(1), null, vCenter(), TABLES);
    private static final Subject PAIR = new HostPair(
            host(1),
            vCenter(),
            host(2),
            vCenter(),
            new SiteLink(new Ref("link", A, "own"), List.of(), null, null, null, null, null, null, null, null),
            TABLES);

    @Test
    void theOnlyFreeHostMayBeTheVmsOwn() {
        var judged = surveyed(LOST, List.of(ONE), List.of(), List.of(TWO));

        assertThat(judged.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(judged.chosen()).isEqualTo(1);
        assertThat(judged.candidates())
                .extracting(one -> one.verdict())
                .containsExactly(Verdict.BLOCKED, Verdict.APPROVED, Verdict.BLOCKED);
        assertThat(surveyed(LOST, List.of(ONE), List.of(), List.of()).verdict())
                .as("of two free hosts one is another")
                .isEqualTo(Verdict.APPROVED);
        assertThat(surveyed(oneSite(), List.of(ONE), List.of()).verdict())
                .as("its own host is known and not tried")
                .isEqualTo(Verdict.APPROVED);
    }

    @Test
    void whatBlocksAtHostsThatItMayNotBeOnSaysNothing() {
        for (var elsewhere : List.of(SOURCE, PAIR, AT_2)) {
            assertThat(surveyed(LOST, List.of(elsewhere), List.of(elsewhere, ONE), List.of(elsewhere, ONE))
                            .verdict())
                    .as("%s", elsewhere.kind())
                    .isEqualTo(Verdict.UNDETERMINED);
        }
        assertThat(surveyed(oneSite(), List.of(SOURCE), List.of(SOURCE)).verdict())
                .as("it is on that host")
                .isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void whatBlocksWhereverTheVmIsBlocks() {
        for (var sure : List.of(ONE, AT_1)) {
            var other = List.of(sure, SOURCE, TWO, THREE);
            assertThat(surveyed(LOST, List.of(sure, SOURCE), other, other).verdict())
                    .as("%s", sure.kind())
                    .isEqualTo(Verdict.BLOCKED);
        }
    }

    @Test
    void onlyWhatSurelyBlocksIsLookedAt() {
        var more = List.of(SOURCE, ONE, TWO, THREE);
        var source = finding("S", BLOCKER, Truth.NO, SOURCE);
        for (var weaker : List.of(finding("A", BLOCKER, Truth.UNKNOWN, ONE), finding("A", WARNING, Truth.NO, ONE))) {
            var findings = new HashMap<>(blockers(TWO, THREE));
            findings.put(SOURCE, List.of(source));
            findings.put(ONE, List.of(weaker));
            assertThat(judge(Plans.survey(LOST), WEB_A, findings, List.of(SOURCE, ONE), more, more)
                            .verdict())
                    .isEqualTo(Verdict.UNDETERMINED);
        }
    }

    @Test
    void inAPlanWhatIsBlockedAtTheSourceIsBlocked() {
        var plan = Plans.resolve(LOST, "{ vm: web-a, to: { host: host-2 } }");

        assertThat(judge(plan, WEB_A, blockers(SOURCE), List.of(SOURCE)).verdict())
                .isEqualTo(Verdict.BLOCKED);
        assertThat(judge(plan, WEB_A, Map.of(), List.of()).verdict()).isEqualTo(Verdict.APPROVED);
    }

    @Test
    void whatIsExcludedOrCannotBeCarriedOutIsNotTried() {
        var excluded = first(oneSite(), "{ vm: web-a, to: { host: host-1, datastore: ds-a1 } }");
        assertThat(excluded.verdict()).isEqualTo(Verdict.EXCLUDED);
        assertThat(excluded.findings()).isEmpty();

        var problem = first(oneSite(), "{ vm: web-a, to: { host: host-99 } }");
        assertThat(problem.verdict()).isEqualTo(Verdict.BLOCKED);
        assertThat(problem.findings()).extracting(Finding::subject).containsExactly(ONE, TWO);
        assertThat(problem.chosen()).isNull();

        var open =
                first(oneSite().without(WEB_A, "tags"), "{ select: { tag: pci, name: web-a }, to: { host: host-2 } }");
        assertThat(open.migration().problem()).isNotNull();
        assertThat(first(oneSite().partial(VC_A, "vms"), "{ vm: web-z, to: { host: host-2 } }")
                        .verdict())
                .as("a VM that may exist all the same")
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @Test
    void whoIsOfNoSubjectIsNeverApproved() {
        var plan = Plans.resolve(oneSite(), "{ vm: web-a, to: { host: host-2 } }");

        assertThat(new Assessor(plan, Map.of(), NONE).judge(Map.of()))
                .extracting(Judged::verdict)
                .containsExactly(Verdict.UNDETERMINED);
    }

    @Test
    void equallyGoodHostsAreTakenInTurn() {
        var plan =
                Plans.resolve(APART, "{ vm: web-a, to: { cluster: CL-A1 } }", "{ vm: db-a, to: { cluster: CL-A1 } }");
        var none = List.of(List.<Subject>of(), List.<Subject>of());
        var subjects = new HashMap<String, List<List<Subject>>>();
        plan.migrations().forEach(migration -> subjects.put(migration.id(), none));

        assertThat(new Assessor(plan, subjects, NONE).judge(Map.of()))
                .extracting(Judged::chosen)
                .containsExactly(0, 1);
    }

    /** The waived finding is not forgotten when another comes or goes. */
    @Test
    void whatAPermitLiftedStaysLiftedAsFindingsComeAndGo() {
        var waived = finding("W", BLOCKER, Truth.NO, ONE);
        var later = finding("L", WARNING, Truth.NO, TWO);
        var read = Plans.read(
                "waivers: [ { rule: W, subject: one, because: tried, by: ops, until: 2026-12-31 } ]",
                List.of("{ vm: web-a, to: { host: host-2 } }"));
        var plan = Resolver.resolve(read, oneSite().inventory());
        var migration = plan.migrations().get(0);
        var permits = Permits.of(plan, oneSite().inventory(), TODAY, List.of(waived));
        var assessor = new Assessor(plan, Map.of(migration.id(), List.of(List.of(ONE))), permits);

        var before =
                assessor.judge(Map.of(ONE, List.of(waived))).get(0).candidates().get(0);
        assertThat(before.verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(before.relies()).extracting(Reliance::finding).containsExactly(waived);
        assertThat(assessor.also(migration, before, List.of())).isSameAs(before);

        var more = assessor.also(migration, before, List.of(later));
        assertThat(more.verdict()).isEqualTo(Verdict.APPROVED_WITH_WARNINGS);
        assertThat(more.findings()).containsExactly(later);
        assertThat(more.relies()).extracting(Reliance::finding).containsExactly(waived);

        var judged = assessor.judge(Map.of(ONE, List.of(waived)));
        var questions = new Questions(Map.of());
        assertThat(assessor.assess(
                                judged,
                                List.of(waived),
                                oneSite().inventory(),
                                questions,
                                Checks.NONE,
                                List.of("W"),
                                Map.of())
                        .concerns())
                .as("what is waived concerns it all the same")
                .containsEntry("W", 1);

        var fewer = assessor.without(migration, more, List.of(later));
        assertThat(fewer.verdict()).isEqualTo(Verdict.APPROVED);
        assertThat(fewer.findings()).isEmpty();
        assertThat(fewer.relies()).extracting(Reliance::finding).containsExactly(waived);
    }

    @Test
    void aFindingOfSeveralSubjectsIsToldOnceOfTheFirstByName() {
        var onTwo = finding("same", BLOCKER, Truth.NO, TWO);
        var onOne = finding("same", BLOCKER, Truth.NO, ONE);
        var warned = finding("warned", WARNING, Truth.NO, THREE);
        var nobodys = finding("nobody's", BLOCKER, Truth.NO, THREE);
        var plan =
                Plans.resolve(APART, "{ vm: web-a, to: { cluster: CL-A1 } }", "{ vm: db-a, to: { cluster: CL-A1 } }");
        var web = plan.migrations().get(0).id();
        var db = plan.migrations().get(1).id();
        var assessor = new Assessor(
                plan, Map.of(web, List.of(List.of(ONE, THREE), List.of()), db, List.of(List.of(TWO, ONE))), NONE);
        var judged = assessor.judge(Map.of(ONE, List.of(onOne), TWO, List.of(onTwo), THREE, List.of(warned)));

        for (var all : List.of(List.of(onTwo, onOne, warned, nobodys), List.of(warned, nobodys, onOne, onTwo))) {
            var assessment = assessor.assess(
                    judged,
                    all,
                    oneSite().inventory(),
                    new Questions(Map.of()),
                    Checks.NONE,
                    List.of("same", "warned"),
                    Map.of());

            assertThat(assessment.findings()).containsExactly(onOne, warned);
            assertThat(assessment.subjects()).containsEntry("same", 2).containsEntry("warned", 1);
            assertThat(assessment.concerns())
                    .as("web-a takes another host, and the first is told all the same")
                    .isEqualTo(Map.of("same", 2, "warned", 1));
            assertThat(assessment.rules()).isEqualTo(2);
        }
    }

    @Test
    void ofSubjectsOfOneNameTheFirstIdentityIsTold() {
        var first = new PlannedEntry("a", "same", "/migrations/0", "PLAN-ENTRY", "message");
        var second = new PlannedEntry("b", "same", "/migrations/1", "PLAN-ENTRY", "message");
        var one = finding("same", BLOCKER, Truth.NO, first);
        var other = finding("same", BLOCKER, Truth.NO, second);
        var plan = Plans.resolve(oneSite(), "{ vm: web-a, to: { host: host-2 } }");
        var subjects = Map.of(plan.migrations().get(0).id(), List.of(List.<Subject>of(first, second)));
        var assessor = new Assessor(plan, subjects, NONE);
        var judged = assessor.judge(Map.of(first, List.of(one), second, List.of(other)));

        for (var all : List.of(List.of(one, other), List.of(other, one))) {
            assertThat(assessor.assess(
                                    judged,
                                    all,
                                    oneSite().inventory(),
                                    new Questions(Map.of()),
                                    Checks.NONE,
                                    List.of(),
                                    Map.of())
                            .findings())
                    .containsExactly(one);
        }
    }

    /** web-a in a survey, where each of these subjects fails; one list for each host that is tried. */
    @SafeVarargs
    private static Judged surveyed(Estate estate, List<Subject>... candidates) {
        return judge(Plans.survey(estate), WEB_A, blockers(ONE, TWO, THREE, SOURCE, PAIR, AT_1, AT_2), candidates);
    }

    @SafeVarargs
    private static Judged judge(Plan plan, Ref vm, Map<Subject, List<Finding>> findings, List<Subject>... candidates) {
        var migration = plan.migrations().stream()
                .filter(one -> one.vm() != null && one.vm().ref().equals(vm))
                .findFirst()
                .orElseThrow();
        assertThat(migration.candidates()).hasSameSizeAs(candidates);
        return judge(plan, migration, findings, List.of(candidates));
    }

    private static Judged judge(
            Plan plan, Migration migration, Map<Subject, List<Finding>> findings, List<List<Subject>> candidates) {
        return new Assessor(plan, Map.of(migration.id(), candidates), NONE)
                .judge(findings).stream()
                        .filter(judged -> judged.migration() == migration)
                        .findFirst()
                        .orElseThrow();
    }

    /** The first migration of a plan, about which two things fail. */
    private static Judged first(Estate estate, String entry) {
        var plan = Plans.resolve(estate, entry);
        return judge(plan, plan.migrations().get(0), blockers(ONE, TWO), List.of(List.of(ONE), List.of(TWO)));
    }

    private static Map<Subject, List<Finding>> blockers(Subject... subjects) {
        var findings = new HashMap<Subject, List<Finding>>();
        for (var subject : subjects) {
            findings.put(subject, new ArrayList<>(List.of(finding(subject.key(), BLOCKER, Truth.NO, subject))));
        }
        return findings;
    }

    private static Subject at(int number) {
        return new InvolvedHost(host(number), null, vCenter(), TABLES);
    }

    private static Host host(int number) {
        return oneSite().get(Host.class, Estates.host(A, number));
    }

    private static VCenter vCenter() {
        return oneSite().get(VCenter.class, VC_A);
    }

    private static Finding finding(String rule, Severity severity, Truth truth, Subject subject) {
        return Findings.finding(Findings.card(rule, severity, EnforcedBy.NOBODY, "all"), subject, truth);
    }
}
