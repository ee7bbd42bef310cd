package org.keyhopper.central.policy;

import java.util.List;
import java.util.Objects;
import org.keyhopper.central.access.Grant;

/**
 * Which roles follow from a claim of the identity provider's token.
 *
 * @param claim the name of the claim, such as {@code groups}; its value is a string or a list of strings
 * @param version counts the changes
 */
public record RoleMapping(String claim, List<Rule> rules, long version) {

    /** No role follows from a claim. */
    public static final RoleMapping NONE = new RoleMapping("groups", List.of(), 0);

    /** Assigns a role to the operators with this value of the claim. */
    public record Rule(String value, Grant grant) {
        public Rule {
            Objects.requireNonNull(value);
            Objects.requireNonNull(grant);
        }
    }

    public RoleMapping {
        Objects.requireNonNull(claim);
        rules = List.copyOf(rules);
    }

    /**
     * Returns the roles of someone with these values.
     *
     * @param values each as {@code claim=value}, so that those of another claim do not count
     */
    public List<Grant> grants(List<String> values) {
        return rules.stream()
                .filter(rule -> values.contains(claim + "=" + rule.value()))
                .map(Rule::grant)
                .toList();
    }
}
