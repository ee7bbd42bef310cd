package org.keyhopper.central.portal.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.request.EndedAttempts;
import org.keyhopper.texts.ProblemTexts;

/**
 * What came of attempts in some time.
 *
 * @param reasons why people failed, the most frequent first
 */
public record OverviewFigures(int provisioned, int failed, int skipped, int unclear, List<Reason> reasons) {

    private static final int MOST_REASONS = 5;

    /** How often something was the reason of a failure. */
    public record Reason(String title, int number) {}

    /** A code of which only the id was stored. */
    private record StoredCode(String id) implements ProblemCode {}

    /**
     * Counts.
     *
     * @param site at this site only; empty for all
     */
    static OverviewFigures of(List<EndedAttempts> ended, String site, ProblemTexts texts) {
        List<EndedAttempts> there = ended.stream()
                .filter(each -> site.isEmpty() || each.place().site().equals(site))
                .toList();
        Map<String, Integer> reasons = new HashMap<>();
        there.stream().filter(each -> each.outcome() == Outcome.FAILED).forEach(each -> each.problem()
                .ifPresent(id -> reasons.merge(id, each.number(), Integer::sum)));
        return new OverviewFigures(
                sum(there, Outcome.PROVISIONED),
                sum(there, Outcome.FAILED),
                sum(there, Outcome.SKIPPED),
                sum(there, Outcome.UNCLEAR),
                reasons.entrySet().stream()
                        .map(each -> new Reason(
                                texts.explain(Problem.of(new StoredCode(each.getKey())))
                                        .title(),
                                each.getValue()))
                        .sorted(Comparator.comparing(Reason::number).reversed())
                        .limit(MOST_REASONS)
                        .toList());
    }

    private static int sum(List<EndedAttempts> ended, Outcome outcome) {
        return ended.stream()
                .filter(each -> each.outcome() == outcome)
                .mapToInt(EndedAttempts::number)
                .sum();
    }

    /** Returns the sites of the attempts, sorted. */
    static List<String> sites(List<EndedAttempts> ended) {
        return ended.stream()
                .map(each -> each.place().site())
                .filter(site -> !site.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** Returns the site if it is one of these. */
    static String chosen(List<String> sites, String site) {
        return Optional.ofNullable(site).filter(sites::contains).orElse("");
    }
}
