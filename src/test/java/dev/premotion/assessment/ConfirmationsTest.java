package dev.premotion.assessment;

import static dev.premotion.assessment.Severity.BLOCKER;
import static dev.premotion.assessment.Severity.WARNING;
import static dev.premotion.inventory.Estates.A;
import static dev.premotion.inventory.Estates.VC_A;
import static dev.premotion.inventory.Estates.WEB_A;
import static dev.premotion.inventory.Estates.datastore;
import static dev.premotion.inventory.Estates.disk;
import static dev.premotion.inventory.Estates.host;
import static dev.premotion.inventory.Estates.linkedSites;
import static dev.premotion.inventory.Estates.oneSite;
import static dev.premotion.inventory.Estates.twoSites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.answer.Answer;
import dev.premotion.answer.Evidence;
import dev.premotion.answer.Listing;
import dev.premotion.answer.Truth;
import dev.premotion.assessment.Assessment.Ask;
import dev.premotion.assessment.Assessment.Confirmation;
import dev.premotion.assessment.Assessment.Gap;
import dev.premotion.assessment.Assessment.Judged;
import dev.premotion.assessment.Questions.Question;
import dev.premotion.assessment.Questions.Scope;
import dev.premotion.inventory.Estate;
import dev.premotion.inventory.Estates;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Companion;
import dev.premotion.plan.Lacking;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Plans;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is asked of people so that undetermined migrations are decided. */
class ConfirmationsTest {

    private static final String TO_HOST_2 = "{ vm: web-a, to: { host: esx-02.site-a.example } }";
    private static final String ACROSS =
            "{ vm: web-a, to: { vcenter: vcsa-b, host: esx-01.site-b.example, datastore: ds-b1 } }";
    private static final Migration MIGRATION = Plans.one(oneSite(), TO_HOST_2);

    private final List<Judged> migrations = new ArrayList<>();

    @Test
    void aFactOfHostsIsAskedOncePerCluster() {
        undetermined(open(lacking(host(A, 1), "cpuModel")), open(lacking(host(A, 2), "cpuModel")));
        undetermined(open(lacking(host(A, 2), "cpuModel")), open(lacking(host(A, 4), "cpuModel")));

        assertThat(confirmations())
                .containsExactly(
                        new Confirmation(
                                ask(
                                        Kind.HOST,
                                        "cpuModel",
                                        "cluster",
                                        "CL-A1",
                                        "esx-01.site-a.example",
                                        "esx-02.site-a.example"),
                                2,
                                1),
                        new Confirmation(
                                ask(Kind.HOST, "cpuModel", "cluster", "CL-A2", "esx-04.site-a.example"), 1, 2));
    }

    @Test
    void aHostWhoseClusterIsNotKnownIsAskedForByName() {
        undetermined(open(lacking(host(A, 4), "cpuModel")));

        assertThat(confirmations(oneSite().without(host(A, 4), "cluster")))
                .extracting(Confirmation::ask)
                .containsExactly(ask(Kind.HOST, "cpuModel", "name", "esx-04.site-a.example", "esx-04.site-a.example"));
    }

    @Test
    void aFactOfVmsIsAskedOncePerVCenter() {
        undetermined(open(lacking(WEB_A, "guestId"), lacking(disk(WEB_A, 1), "sharing")));

        assertThat(confirmations())
                .extracting(Confirmation::ask)
                .containsExactly(
                        ask(Kind.DISK, "sharing", "vcenter", "vcsa-a", "web-a/Hard disk 1"),
                        ask(Kind.VM, "guestId", "vcenter", "vcsa-a", "web-a"));
    }

    @Test
    void whatBelongsTogetherIsOneQuestionAndTheRestIsAskedApart() {
        var brief = new Question(Scope.CLUSTER, "", "", "", "brief", "yes");
        var known = new LinkedHashMap<String, Question>();
        known.put(Kind.HOST + ".cpuModel", brief);
        known.put(Kind.HOST + ".connectionState", brief);
        var questions = new Questions(known);
        undetermined(
                open(lacking(host(A, 1), "cpuModel")),
                open(lacking(host(A, 2), "connectionState")),
                open(lacking(host(A, 2), "inMaintenanceMode")));

        assertThat(found(oneSite(), questions).confirmations())
                .extracting(
                        c -> List.of(c.ask().properties(), c.ask().subjects().size()))
                .containsExactlyInAnyOrder(
                        List.of(List.of("cpuModel", "connectionState"), 2), List.of(List.of("inMaintenanceMode"), 1));
    }

    @Test
    void onlyUnknownBlockersOfUndeterminedMigrationsAreAskedFor() {
        var known = finding(BLOCKER, Truth.NO, new Evidence("approved", null, ""), lacking(host(A, 1), "cpuModel"));
        var warning = finding(
                WARNING, Truth.UNKNOWN, new Evidence("approved", null, ""), lacking(host(A, 1), "inMaintenanceMode"));
        undetermined(known, warning, open(lacking(host(A, 1), "connectionState")));
        migrations.add(judged(MIGRATION, Verdict.BLOCKED, open(lacking(host(A, 1), "version"))));

        assertThat(confirmations()).extracting(c -> c.ask().properties()).containsExactly(List.of("connectionState"));
    }

    @Test
    void whatNoFactsFileCanGiveIsAGapAndItsMigrationIsNotDecidedByAnswers() {
        undetermined(open(lacking(VC_A, "hosts.complete"), lacking(host(A, 1), "cpuModel")));
        undetermined(open(lacking(VC_A, "datastores"), lacking(VC_A, "hosts.complete")));
        undetermined(open(lacking(host(A, 1), "name")));
        undetermined(open(lacking(new Ref("something else", A, "x"), "property")));

        assertThat(confirmations()).isEmpty();
        assertThat(found(oneSite(), new Questions(Map.of())).gaps())
                .containsExactly(
                        new Gap(Kind.VCENTER, "hosts.complete", "which hosts.complete thing has", 2),
                        new Gap(Kind.HOST, "name", "which name thing has", 1),
                        new Gap("something else", "property", "which property thing has", 1),
                        new Gap(Kind.VCENTER, "datastores", "which datastores thing has", 1));
    }

    @Test
    void whereTheSnapshotSaysAllAndTheTablesDoNotDecideNoAnswerHelps() {
        var undecided = finding(BLOCKER, Truth.UNKNOWN, new Evidence("approved", Listing.of(), ""));
        undetermined(undecided, open(lacking(host(A, 1), "cpuModel")));

        assertThat(confirmations()).isEmpty();
    }

    @Test
    void whoeverWaitsIsCountedEvenWhereTheAnswerIsNotEnough() {
        undetermined(open(lacking(VC_A, "datastores"), lacking(host(A, 1), "cpuModel")));
        undetermined(open(lacking(host(A, 1), "cpuModel")));

        assertThat(confirmations()).singleElement().satisfies(confirmation -> {
            assertThat(confirmation.migrations()).isEqualTo(2);
            assertThat(confirmation.decides()).isEqualTo(1);
        });
    }

    @Test
    void aMigrationOfSeveralKindsWaitsForTheFactsThatTellWhich() {
        var power = oneSite().without(WEB_A, "powerState");
        migrations.add(judged(Plans.one(power, TO_HOST_2), Verdict.UNDETERMINED));
        assertThat(confirmations(power))
                .extracting(Confirmation::ask)
                .containsExactly(ask(Kind.VM, "powerState", "vcenter", "vcsa-a", "web-a"));

        migrations.clear();
        var reach = twoSites()
                .without(Estates.LINK_AB, "sameSsoDomain")
                .without(VC_A, "stsCertificate")
                .without(VC_A, "ssoDomain")
                .without(VC_A, "linkedVCenters");
        migrations.add(judged(Plans.one(reach, ACROSS), Verdict.UNDETERMINED));
        assertThat(confirmations(reach))
                .extracting(Confirmation::ask)
                .containsExactly(ask(Kind.LINK, "sameSsoDomain", "link", "vcsa-a and vcsa-b", "vcsa-a and vcsa-b"));

        migrations.clear();
        migrations.add(judged(MIGRATION, Verdict.UNDETERMINED));
        assertThat(confirmations()).as("of one kind").isEmpty();
    }

    @Test
    void whetherFilesMoveWaitsForWhereTheyAre() {
        var change = oneSite().without(disk(WEB_A, 1), "datastore");
        var entry = "{ vm: web-a, to: { host: esx-02.site-a.example, datastore: ds-a1 } }";
        migrations.add(judged(Plans.one(change, entry), Verdict.UNDETERMINED));
        assertThat(confirmations(change))
                .extracting(Confirmation::ask)
                .containsExactly(ask(Kind.DISK, "datastore", "vcenter", "vcsa-a", "web-a/Hard disk 1"));

        var home = oneSite().without(WEB_A, "homeDatastore");
        assertThat(ofFiles(home, entry)).containsExactly(new Lacking(WEB_A, "web-a", "homeDatastore"));
        assertThat(ofFiles(change, entry))
                .containsExactly(new Lacking(disk(WEB_A, 1), "Hard disk 1 of web-a", "datastore"));
        assertThat(ofFiles(oneSite(), entry)).isEmpty();

        var shared = "{ vm: metro-a, to: { vcenter: vcsa-b, host: esx-01.site-b.example, datastore: ds-metro } }";
        var there = datastore(Estates.B, 3);
        assertThat(ofFiles(linkedSites().without(there, "url"), shared))
                .as("once for home and disk")
                .containsExactly(new Lacking(there, "ds-metro", "url"));
        assertThat(ofFiles(linkedSites().without(datastore(A, 3), "url").without(there, "url"), shared))
                .containsExactly(
                        new Lacking(datastore(A, 3), "ds-metro", "url"), new Lacking(there, "ds-metro", "url"));
        var unlisted = shared.replace("datastore: ds-metro", "datastore: ds-new");
        assertThat(ofFiles(linkedSites().partial(Estates.VC_B, "datastores"), unlisted))
                .as("a datastore that is not listed is a doubt of its own")
                .isEmpty();
    }

    @Test
    void anAnswerWaitsForWhatIsAbsentElseForListsThatAreNotAll() {
        var companion = new Companion("m-1", "db-a", null, List.of(lacking(host(A, 1), "cpuModel")));
        var absent = new Evidence("approved", null, "");
        var partial = new Evidence("approved", Listing.partial(List.of("x")), "");
        var listed = new Evidence("approved", Listing.of("x"), "");
        var told = new Evidence("approved", true, "");

        assertThat(OpenFacts.of(companion, Answer.of(Truth.UNKNOWN, absent))).hasSize(1);
        assertThat(OpenFacts.of(companion, Answer.of(Truth.UNKNOWN, partial))).hasSize(1);
        assertThat(OpenFacts.of(companion, Answer.of(Truth.UNKNOWN, listed))).isEmpty();
        assertThat(OpenFacts.of(companion, Answer.of(Truth.UNKNOWN, told))).isEmpty();
        assertThat(OpenFacts.of(companion, Answer.of(Truth.UNKNOWN, absent).andAlso(Answer.of(Truth.UNKNOWN, absent))))
                .as("each once")
                .hasSize(1);
    }

    @Test
    void openFactsAreAlikeByKindOfThingAndProperty() {
        var companion = new Companion(
                "m-1",
                "db-a",
                null,
                List.of(lacking(WEB_A, "guestId"), lacking(host(A, 2), "cpuModel"), lacking(host(A, 1), "cpuModel")));

        assertThat(OpenFacts.kinds(companion, Answer.of(Truth.UNKNOWN, new Evidence("approved", null, ""))))
                .containsExactly(Kind.HOST + ".cpuModel", Kind.VM + ".guestId");
    }

    private static List<Lacking> ofFiles(Estate estate, String entry) {
        var migration = Plans.one(estate, entry);
        return OpenFacts.ofFiles(migration.candidates().get(0), migration.vm());
    }

    private void undetermined(Finding... findings) {
        migrations.add(judged(MIGRATION, Verdict.UNDETERMINED, findings));
    }

    private static Judged judged(Migration migration, Verdict verdict, Finding... findings) {
        return new Judged(migration, verdict, 0, List.of(findings), List.of(), List.of());
    }

    private List<Confirmation> confirmations() {
        return confirmations(oneSite());
    }

    private List<Confirmation> confirmations(Estate estate) {
        return found(estate, new Questions(Map.of())).confirmations();
    }

    private Confirmations.Found found(Estate estate, Questions questions) {
        return Confirmations.of(migrations, estate.inventory(), questions);
    }

    /** A blocker that waits for these facts. */
    private static Finding open(Lacking... facts) {
        return finding(BLOCKER, Truth.UNKNOWN, new Evidence("approved", null, ""), facts);
    }

    private static Finding finding(Severity severity, Truth truth, Evidence because, Lacking... facts) {
        var card = Findings.card("RULE", severity, EnforcedBy.VCENTER, "all");
        var subject = new Companion("m-1", "db-a", null, List.of(facts));
        return new Finding("id", card, subject, Answer.of(truth, because), "", "");
    }

    private static Lacking lacking(Ref thing, String property) {
        return new Lacking(thing, "thing", property);
    }

    private static Ask ask(String kind, String property, String scopeKind, String scope, String... subjects) {
        return new Ask(
                kind, List.of(property), scopeKind, scope, Stream.of(subjects).toList());
    }
}
