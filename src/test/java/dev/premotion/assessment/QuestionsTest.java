package dev.premotion.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.assessment.Questions.Question;
import dev.premotion.assessment.Questions.Scope;
import dev.premotion.inventory.Kind;
import dev.premotion.inventory.Ref;
import dev.premotion.plan.Lacking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How one or several missing facts become a sentence. */
class QuestionsTest {

    private static final Questions QUESTIONS = questions();

    private static Questions questions() {
        var known = new LinkedHashMap<String, Question>();
        known.put("host.up", question(Scope.EACH, "whether {} is up", "Is it up?", "it is up", "yes"));
        known.put("host.fine", question(Scope.VCENTER, "", "Is it fine?", "it is fine", "yes"));
        known.put("host.here", question(Scope.VCENTER, "", "Is it here?", "it is here", "yes"));
        known.put(
                "host.cores", question(Scope.CLUSTER, "how many cores {} has", "How many?", "its number of cores", ""));
        known.put("host.watts", question(Scope.CLUSTER, "", "How much?", "its power", ""));
        known.put("host.alone", question(Scope.CLUSTER, "", "Alone?", "", "yes"));
        known.put("derived.slot", question(Scope.CLUSTER, "what the slot of {} is", "", "", ""));
        return new Questions(known);
    }

    private static Question question(Scope scope, String unsaid, String text, String brief, String usual) {
        return new Question(scope, unsaid, text, "where", brief, usual);
    }

    @Test
    void aSingleFactIsAskedInItsOwnWords() {
        assertThat(QUESTIONS.together("host", List.of("up"))).isEqualTo("Is it up?");
        assertThat(QUESTIONS.together("host", List.of("cores"))).isEqualTo("How many?");
    }

    @Test
    void severalFactsAreOneQuestionForAYesAndOneForValues() {
        assertThat(QUESTIONS.together("host", List.of("up", "fine")))
                .isEqualTo("Can you confirm that it is up and it is fine?");
        assertThat(QUESTIONS.together("host", List.of("up", "cores")))
                .isEqualTo("Can you confirm that it is up? What is its number of cores?");
        assertThat(QUESTIONS.together("host", List.of("cores", "watts")))
                .isEqualTo("What are its number of cores and its power?");
        assertThat(QUESTIONS.together("host", List.of("cores", "up", "watts", "fine", "here")))
                .isEqualTo(
                        "Can you confirm that it is up, it is fine and it is here? What are its number of cores and its power?");
    }

    @Test
    void aFactThatNobodyKnowsHowToAskForIsAskedByItsName() {
        assertThat(QUESTIONS.together("host", List.of("own"))).isEqualTo("Which own does the host have?");
        assertThat(QUESTIONS.together("host", List.of("up", "own"))).isEqualTo("Which own does the host have?");
    }

    @Test
    void onlyWhatCanBeAPartOfAQuestionIsAskedTogether() {
        assertThat(QUESTIONS.together("host", "up")).isTrue();
        assertThat(QUESTIONS.together("host", "alone"))
                .as("it has no brief words")
                .isFalse();
        assertThat(QUESTIONS.together("host", "own")).isFalse();
    }

    @Test
    void propertiesGoInTheOrderOfTheQuestionsAndThenByName() {
        assertThat(QUESTIONS.inOrder("host", Set.of("zeta", "watts", "own", "up")))
                .containsExactly("up", "watts", "own", "zeta");
        assertThat(QUESTIONS.inOrder("vm", Set.of("watts", "up")))
                .as("other things")
                .containsExactly("up", "watts");
    }

    @Test
    void whatASnapshotDoesNotSayIsTheEndOfASentence() {
        assertThat(QUESTIONS.unsaid(lacking("cores"))).isEqualTo("how many cores esx-1 has");
        assertThat(QUESTIONS.unsaid(lacking("slot"))).as("worked out").isEqualTo("what the slot of esx-1 is");
        assertThat(QUESTIONS.unsaid(lacking("own"))).isEqualTo("which own esx-1 has");
    }

    @Test
    void aQuestionSaysAtWhichScopeOneAnswerHolds() {
        assertThat(QUESTIONS.scope("host", "up")).isEqualTo(Scope.EACH);
        assertThat(QUESTIONS.scope("host", "own")).isEqualTo(Scope.CLUSTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {Kind.VM, Kind.DISK, Kind.NIC, Kind.DEVICE})
    void vmsAndTheirDevicesAreAskedForByVCenterUnlessTheQuestionSaysOtherwise(String kind) {
        assertThat(QUESTIONS.scope(kind, "own")).isEqualTo(Scope.VCENTER);
    }

    @ParameterizedTest
    @ValueSource(strings = {Kind.CLUSTER, Kind.DATASTORE, Kind.NETWORK, Kind.VCENTER, Kind.LINK})
    void otherThingsAreAskedForOneByOne(String kind) {
        assertThat(QUESTIONS.scope(kind, "own")).isEqualTo(Scope.EACH);
    }

    private static Lacking lacking(String property) {
        return new Lacking(new Ref(Kind.HOST, "vc", "host-1"), "esx-1", property);
    }
}
