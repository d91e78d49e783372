package dev.premotion.rules;

import dev.premotion.answer.Answer;
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

    /** Whose turn it is where migrations are judged one after the other. */
    default void turn(String migration) {}

    /** Whether every answer on this subject is to be told. */
    boolean wants(Subject subject);

    /** One answer; the last one of a rule on a subject is the one that counts. */
    void told(String rule, Subject subject, Answer answer);
}
