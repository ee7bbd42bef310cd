package org.keyhopper.rehearsal.sandbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rules in force. Thread-safe. */
public final class Rules {

    private final List<Counted> counted = new ArrayList<>();

    private static final class Counted {
        private final Rule rule;
        private int calls;

        Counted(Rule rule) {
            this.rule = rule;
        }

        boolean matches(Operation operation, Optional<SandboxUser> user) {
            return rule.operation() == operation
                    && (rule.user().isEmpty()
                            || user.filter(one -> one.isCalled(rule.user().get()))
                                    .isPresent());
        }

        boolean strikes() {
            calls++;
            return calls >= rule.onCall() && calls - rule.onCall() < rule.times();
        }
    }

    public synchronized void add(Rule rule) {
        counted.add(new Counted(rule));
    }

    public synchronized void addAll(Collection<Rule> rules) {
        rules.forEach(this::add);
    }

    public synchronized void clear() {
        counted.clear();
    }

    public synchronized List<Rule> all() {
        return counted.stream().map(one -> one.rule).toList();
    }

    /** Counts this call in every rule it matches, and returns the first one that strikes. */
    public synchronized Optional<Rule> strike(Operation operation, Optional<SandboxUser> user) {
        List<Rule> striking = counted.stream()
                .filter(one -> one.matches(operation, user))
                .filter(Counted::strikes)
                .map(one -> one.rule)
                .toList();
        return striking.stream().findFirst();
    }
}
