package dev.premotion.rules;

import dev.premotion.answer.Answer;
import dev.premotion.plan.Plan.Candidate;
import dev.premotion.plan.Plan.Migration;
import dev.premotion.plan.Subject;

/** Looks on while rules judge, to tell afterwards why something was approved. */
interface Watch {

    /** Looks at nothing. */
    Watch NOBODY = new Watch() {
        @Override
        public boolean wants(Subject subject) {
            return false;
        }

        @Override
        public void told(String rule, Subject subject, Answer answer) {
            throw new IllegalStateException("nobody asked for " + rule);
        }
    };

    /** A subject that hangs on other migrations is judged next for a candidate of this one, or has been already. */
    default void meets(Migration migration, Candidate candidate, Subject subject) {}

    /** Whether every answer on this subject is to be told. */
    boolean wants(Subject subject);

    /** One answer; the last one of a rule on a subject is the one that counts. */
    void told(String rule, Subject subject, Answer answer);
}
