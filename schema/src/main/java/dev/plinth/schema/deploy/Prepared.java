package dev.plinth.schema.deploy;

import dev.plinth.schema.diff.Deployed;
import dev.plinth.schema.model.Model;
import dev.plinth.schema.plan.Finding;
import dev.plinth.schema.plan.Plan;
import dev.plinth.schema.plan.Risk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan with all it was made from.
 *
 * @param lowered the model as the database can hold it
 * @param live what was found, with the model's ids
 * @param findings what the live data answered to the plan's questions
 */
public record Prepared(
        Plan plan, Model lowered, Model live, Deployed deployed, List<Finding> findings) {
    public Prepared {
        findings = List.copyOf(findings);
    }

    /** Whether rows stand in the way. */
    public boolean isBlocked() {
        return findings.stream().anyMatch(Finding::blocks);
    }

    /** The risks that somebody has to agree to by name. */
    public Set<Risk> consentNeeded() {
        return plan.steps().stream()
                .map(s -> s.risk())
                .filter(Risk::needsConsent)
                .collect(Collectors.toUnmodifiableSet());
    }
}
