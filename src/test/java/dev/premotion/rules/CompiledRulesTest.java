package dev.premotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

class CompiledRulesTest {
    @Test
    void theRulesThatMavenCompiledLoadAndFireOnceForEachSubject() {
        KieBase rules = CompiledRules.load();
        var judge = new PlaceholderJudge();
        KieSession session = rules.newKieSession();
        try {
            session.setGlobal("judge", judge);
            session.insert(new PlaceholderArrival("fits", 1024, 4096));
            session.insert(new PlaceholderArrival("too-big", 8192, 4096));
            session.insert(new PlaceholderArrival(null, null, 4096));
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        assertThat(judge.seen())
                .containsExactlyInAnyOrder(
                        "PLACEHOLDER-MEMORY fits true",
                        "PLACEHOLDER-MEMORY too-big false",
                        "PLACEHOLDER-MEMORY null null",
                        "PLACEHOLDER-NAME fits true",
                        "PLACEHOLDER-NAME too-big true",
                        "PLACEHOLDER-NAME null false");
    }
}
