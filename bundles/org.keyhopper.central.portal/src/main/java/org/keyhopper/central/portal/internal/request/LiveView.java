package org.keyhopper.central.portal.internal.request;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.request.ActiveClaim;
import org.keyhopper.central.request.LiveRequest;
import org.keyhopper.central.request.RequestProgress;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.texts.Explanation;
import org.keyhopper.texts.ProblemTexts;

/** What changes on the page of a request while it is worked on: tiles, people in work, outcomes, reasons of failures. */
public final class LiveView {

    private static final int RECENT = 20;
    private static final int FAILURES = 500;
    private static final double HOUR = 3600;
    private static final int ROUNDED = 300;

    private final RequestProgress progress;

    public LiveView(RequestProgress progress) {
        this.progress = progress;
    }

    /** People who failed for one reason. */
    public record Reason(String title, String cause, String action, List<PersonRow> people) {}

    /** Someone with a claim. */
    public record Working(String person, String station, String operator, String state) {

        static Working of(ActiveClaim work) {
            return new Working(
                    work.recipient().recipient().name(),
                    work.station(),
                    work.operator(),
                    work.state().name());
        }
    }

    /** Returns the values of the template. */
    public Answer<Map<String, Object>> show(Caller caller, RequestRow row, Locale locale) {
        ProblemTexts texts = ProblemTexts.in(locale);
        return progress.show(caller, row.summary().request().id(), RECENT)
                .flatMap(live -> failures(caller, row, Outcome.FAILED).flatMap(failed -> failures(
                                caller, row, Outcome.UNCLEAR)
                        .map(unclear -> values(row, live, reasons(failed, texts), reasons(unclear, texts), texts))));
    }

    private Answer<List<RecipientState>> failures(Caller caller, RequestRow row, Outcome outcome) {
        int number =
                outcome == Outcome.FAILED ? row.tally().failed() : row.tally().unclear();
        return number == 0
                ? Answer.done(List.of())
                : progress.people(
                                caller,
                                row.summary().request().id(),
                                Optional.of(outcome),
                                "",
                                Optional.empty(),
                                FAILURES)
                        .map(Page::items);
    }

    private static Map<String, Object> values(
            RequestRow before, LiveRequest live, List<Reason> failed, List<Reason> unclear, ProblemTexts texts) {
        RequestRow row = new RequestRow(live.summary(), before.assignee(), before.caller(), before.today());
        Map<String, Object> values = new HashMap<>();
        values.put("row", row);
        values.put("inWork", live.inWork().stream().map(Working::of).toList());
        values.put(
                "recent",
                live.recent().stream().map(each -> PersonRow.of(each, texts)).toList());
        values.put("failed", failed);
        values.put("unclear", unclear);
        long perHour = perHour(live.recent());
        values.put("perHour", perHour);
        values.put("finished", finished(live, perHour).orElse(null));
        return values;
    }

    /** Returns about when the pending ones are done; empty unless someone is worked on. Rounded, so that it does not change every second. */
    private static Optional<Instant> finished(LiveRequest live, long perHour) {
        int pending = live.summary().tally().pending();
        if (perHour == 0 || pending == 0 || live.inWork().isEmpty()) {
            return Optional.empty();
        }
        long seconds = live.at().getEpochSecond() + Math.round(HOUR * pending / perHour);
        return Optional.of(Instant.ofEpochSecond((seconds / ROUNDED + 1) * ROUNDED));
    }

    /** Returns devices per hour by the time that the last ones took; 0 if it cannot be known. */
    private static long perHour(List<RecipientState> recent) {
        double average = recent.stream()
                .filter(each -> each.outcome() == Outcome.PROVISIONED)
                .flatMap(each -> each.last().stream())
                .mapToLong(record -> record.took().toMillis())
                .filter(millis -> millis > 0)
                .average()
                .orElse(0);
        return average == 0 ? 0 : Math.round(HOUR * 1000 / average);
    }

    private static List<Reason> reasons(List<RecipientState> people, ProblemTexts texts) {
        Map<String, List<RecipientState>> byReason = new LinkedHashMap<>();
        people.forEach(person -> byReason.computeIfAbsent(
                        problem(person).map(texts::sentence).orElse(""), it -> new ArrayList<>())
                .add(person));
        return byReason.values().stream()
                .map(group -> reason(group, texts))
                .sorted((one, other) ->
                        Integer.compare(other.people().size(), one.people().size()))
                .toList();
    }

    private static Reason reason(List<RecipientState> group, ProblemTexts texts) {
        Optional<Explanation> why = problem(group.getFirst()).map(texts::explain);
        return new Reason(
                why.map(Explanation::title).orElse(""),
                why.map(Explanation::cause).orElse(""),
                why.map(Explanation::action).orElse(""),
                group.stream().map(each -> PersonRow.of(each, texts)).toList());
    }

    private static Optional<Problem> problem(RecipientState person) {
        return person.last().flatMap(record -> record.problem());
    }
}
