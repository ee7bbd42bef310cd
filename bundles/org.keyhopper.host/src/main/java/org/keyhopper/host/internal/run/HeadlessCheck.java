package org.keyhopper.host.internal.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.people.CheckedRecipient;
import org.keyhopper.core.people.CheckedRecipient.Reason;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.people.PreparationSnapshot.Phase;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.station.Station;
import org.keyhopper.host.internal.output.CheckLines;
import org.keyhopper.host.internal.output.Output;

/** The check of recipients before a run, without a window. */
public final class HeadlessCheck {

    /** Number of unusable recipients that a run without an operator tolerates. */
    private static final int FEW = 3;

    /** In a long request the tolerated share; more suggests a wrong file or directory. */
    private static final int ONE_IN = 100;

    /**
     * How findings are handled.
     *
     * @param check whether recipients are looked up before the run at all
     * @param exclude findings whose recipients are excluded without a question
     * @param accept whether the run starts whatever the findings
     */
    public record Rules(boolean check, Set<Reason> exclude, boolean accept) {
        public Rules {
            exclude = Set.copyOf(exclude);
        }
    }

    private final Station station;
    private final Output output;
    private final Rules rules;

    public HeadlessCheck(Station station, Output output, Rules rules) {
        this.station = station;
        this.output = output;
        this.rules = rules;
    }

    /**
     * Looks up the recipients and decides; blocking.
     *
     * @param people the positions of the only recipients of the run; empty for all that are not provisioned
     * @param limit time limit for an outage of the directory
     * @return what a run takes over; empty when it must not start, and then the request is unchanged
     */
    public Optional<Preparation> perform(RequestId request, Optional<Set<Integer>> people, Duration limit)
            throws RunRefusedException {
        Preparation prepared =
                station.prepare(request, people, Optional.of(limit), new HeadlessDirectoryPrompts(output));
        if (!rules.check()) {
            prepared.skipRest();
        }
        CheckLines lines = new CheckLines(output);
        prepared.addListener(lines::changed);
        if (prepared.completed().join().phase() == Phase.FAILED) {
            halted(prepared, lines, prepared.snapshot().notice());
            return Optional.empty();
        }
        List<CheckedRecipient> excluded = prepared.findings().stream()
                .filter(found -> rules.exclude().contains(found.reason()))
                .toList();
        List<CheckedRecipient> rest = prepared.findings().stream()
                .filter(found -> !rules.exclude().contains(found.reason()))
                .toList();
        lines.found(excluded, true);
        lines.found(rest, false);
        return decided(prepared, lines, excluded, rest);
    }

    private Optional<Preparation> decided(
            Preparation prepared, CheckLines lines, List<CheckedRecipient> excluded, List<CheckedRecipient> rest) {
        char answer = rest.isEmpty() || rules.accept() ? 'g' : answer(prepared, rest);
        if (answer == 's') {
            lines.stopped(rest.size());
            halted(prepared, lines, Optional.empty());
            return Optional.empty();
        }
        prepared.exclude(excluded);
        if (answer == 'e') {
            prepared.exclude(rest);
        }
        lines.done(prepared.snapshot(), excluded.size() + (answer == 'e' ? rest.size() : 0));
        return Optional.of(prepared);
    }

    private char answer(Preparation prepared, List<CheckedRecipient> rest) {
        Optional<Character> typed = output.isJson()
                ? Optional.empty()
                : Terminal.choice("Exclude these people from the run (e), continue anyway (g) or stop (s)?", "egs");
        return typed.orElseGet(() -> isTooMany(prepared, rest) ? 's' : 'g');
    }

    private static boolean isTooMany(Preparation prepared, List<CheckedRecipient> rest) {
        long failing = rest.stream().filter(found -> found.reason().fails()).count();
        return failing > Math.max(FEW, prepared.snapshot().total() / ONE_IN);
    }

    private static void halted(Preparation prepared, CheckLines lines, Optional<Problem> why) {
        prepared.close();
        lines.halted(prepared.request().tally(), why);
    }
}
