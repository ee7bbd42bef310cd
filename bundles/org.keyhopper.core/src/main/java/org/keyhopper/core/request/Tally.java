package org.keyhopper.core.request;

import java.util.Collection;
import java.util.Map;
import org.keyhopper.api.request.Outcome;

/** The number of recipients by outcome. The parts add up to the total. */
public record Tally(int total, int provisioned, int failed, int skipped, int pending, int unclear) {

    public static Tally of(Collection<RecipientState> recipients) {
        int[] counts = new int[Outcome.values().length];
        recipients.forEach(recipient -> counts[recipient.outcome().ordinal()]++);
        return new Tally(
                recipients.size(),
                counts[Outcome.PROVISIONED.ordinal()],
                counts[Outcome.FAILED.ordinal()],
                counts[Outcome.SKIPPED.ordinal()],
                counts[Outcome.PENDING.ordinal()],
                counts[Outcome.UNCLEAR.ordinal()]);
    }

    /** @param counts number of recipients by outcome; none where there is no number */
    public static Tally of(Map<Outcome, Integer> counts) {
        return new Tally(
                counts.values().stream().mapToInt(Integer::intValue).sum(),
                counts.getOrDefault(Outcome.PROVISIONED, 0),
                counts.getOrDefault(Outcome.FAILED, 0),
                counts.getOrDefault(Outcome.SKIPPED, 0),
                counts.getOrDefault(Outcome.PENDING, 0),
                counts.getOrDefault(Outcome.UNCLEAR, 0));
    }

    /** Returns the number of recipients that need no further attempt. */
    public int done() {
        return provisioned;
    }
}
