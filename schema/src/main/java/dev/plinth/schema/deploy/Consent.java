package dev.plinth.schema.deploy;

import dev.plinth.schema.diff.Answers;
import dev.plinth.schema.plan.Risk;

import java.util.Set;

/**
 * What somebody agreed to who read a plan.
 *
 * @param shown fingerprint of the plan
 * @param allowed risks by name
 * @param answers to the plan's questions
 */
public record Consent(String shown, Set<Risk> allowed, Answers answers) {
    public Consent {
        allowed = Set.copyOf(allowed);
    }

    /** To a plan without questions. */
    public static Consent to(String shown, Set<Risk> allowed) {
        return new Consent(shown, allowed, Answers.NONE);
    }
}
