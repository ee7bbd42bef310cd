package org.keyhopper.ui.model.results;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.PinVault.PinEntry;
import org.keyhopper.texts.Explanation;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.central.Permissions;
import org.keyhopper.ui.model.passkeys.FormerPasskeys;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;
import org.keyhopper.ui.model.pins.SealedPinText;

/** Composes the screen of a request. */
final class ResultsScreen {

    private final WorkbenchContext context;
    private final FormerPasskeys former;

    ResultsScreen(WorkbenchContext context) {
        this.context = context;
        former = new FormerPasskeys(context);
    }

    ResultsState empty() {
        Heading heading = Heading.of(context.text("place.RESULTS"), context.text("results.none"));
        return new ResultsState(
                heading,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                0,
                0,
                0,
                Permissions.ALL,
                false,
                Optional.empty());
    }

    ResultsState of(ProvisioningRequest request, List<PinEntry> pins, List<EscrowedPin> escrowed) {
        Tally tally = request.tally();
        Set<Integer> withPin =
                pins.stream().map(entry -> entry.recipient().position()).collect(Collectors.toSet());
        Map<Integer, EscrowedPin> sealed = escrowed.stream()
                .collect(Collectors.toMap(pin -> pin.recipient().position(), Function.identity()));
        return new ResultsState(
                heading(request),
                Optional.of(request.id()),
                figures(tally),
                request.recipients().stream()
                        .sorted(Comparator.comparingInt(ResultsScreen::urgency))
                        .map(state -> row(
                                request,
                                state,
                                withPin.contains(state.id().position()),
                                Optional.ofNullable(sealed.get(state.id().position()))))
                        .toList(),
                Optional.empty(),
                tally.failed(),
                tally.skipped(),
                tally.unclear(),
                Permissions.of(context),
                false,
                tally.unclear() > 0
                        ? Optional.of(new Notice(context.text("results.unclear", tally.unclear()), Tint.ATTENTION))
                        : Optional.empty());
    }

    /** People who need an action come first. */
    private static int urgency(RecipientState state) {
        return switch (state.outcome()) {
            case UNCLEAR -> 0;
            case FAILED -> 1;
            case PENDING, SKIPPED, PROVISIONED -> 2;
        };
    }

    private Heading heading(ProvisioningRequest request) {
        String created = DisplayText.date(request.created(), context.messages().locale());
        return Heading.of(
                context.text("results.title", request.name()),
                context.text(
                        "results.subtitle",
                        request.directory(),
                        context.text("requestState." + request.state().name()),
                        created));
    }

    private List<OutcomeCount> figures(Tally tally) {
        List<OutcomeCount> figures = new ArrayList<>();
        figures.add(new OutcomeCount(context.text("results.total"), tally.total(), Optional.empty()));
        figures.add(figure(Outcome.PROVISIONED, tally.provisioned()));
        figures.add(figure(Outcome.FAILED, tally.failed()));
        figures.add(figure(Outcome.SKIPPED, tally.skipped()));
        figures.add(figure(Outcome.PENDING, tally.pending()));
        figures.add(figure(Outcome.UNCLEAR, tally.unclear()));
        return figures;
    }

    private OutcomeCount figure(Outcome outcome, int value) {
        OutcomeStyle style = OutcomeStyle.of(outcome, context.messages());
        return new OutcomeCount(style.word(), value, Optional.of(style));
    }

    private ResultRow row(
            ProvisioningRequest request, RecipientState state, boolean pin, Optional<EscrowedPin> sealed) {
        Optional<OutcomeRecord> last = state.last();
        Optional<Problem> open = last.flatMap(OutcomeRecord::problem)
                .filter(problem -> state.outcome() != Outcome.PROVISIONED && state.outcome() != Outcome.PENDING);
        Optional<Explanation> why = open.map(context.explain());
        return new ResultRow(
                state.id().position(),
                state.recipient().name(),
                state.recipient().user(),
                OutcomeStyle.of(state.outcome(), context.messages()),
                reason(why, last, sealed),
                why.map(Explanation::action).orElse(""),
                last.flatMap(OutcomeRecord::passkey)
                        .map(MadePasskey::deviceName)
                        .orElse(""),
                last.map(record -> DisplayText.dateAndTime(
                                record.at(), context.messages().locale()))
                        .orElse(""),
                last.map(OutcomeRecord::at).orElse(Instant.MIN),
                pin,
                sealed.isPresent(),
                new PasskeyHolder(
                        request.directory(),
                        state.recipient().reference(),
                        state.recipient().name()),
                open.map(problem -> problem.code().id()),
                former.holder(last.map(OutcomeRecord::notes).orElse(List.of())));
    }

    private String reason(Optional<Explanation> why, Optional<OutcomeRecord> last, Optional<EscrowedPin> sealed) {
        List<String> parts = new ArrayList<>();
        why.ifPresent(explanation -> parts.add(explanation.title() + "."));
        last.map(OutcomeRecord::notes).orElse(List.of()).stream()
                .filter(note -> !former.isSettled(note))
                .forEach(note -> parts.add(context.explain().apply(note).title() + "."));
        sealed.ifPresent(pin -> parts.add(SealedPinText.of(context, pin) + "."));
        return String.join(" ", parts);
    }
}
