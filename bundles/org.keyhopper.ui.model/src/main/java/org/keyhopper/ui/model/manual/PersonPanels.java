package org.keyhopper.ui.model.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.WorkbenchContext;

/** Composes the current recipient, the next ones and those recently completed. */
final class PersonPanels {

    private static final int SHOWN_AFTER = 3;
    private static final String SEPARATOR = " · ";

    private final WorkbenchContext context;

    PersonPanels(WorkbenchContext context) {
        this.context = context;
    }

    Optional<PersonPanel> current(RunSnapshot run) {
        return run.current().map(state -> panel(run, state));
    }

    private PersonPanel panel(RunSnapshot run, RecipientState state) {
        Recipient recipient = state.recipient();
        List<String> after = run.next().stream()
                .limit(SHOWN_AFTER)
                .map(next -> next.recipient().name())
                .toList();
        int more = run.next().size() - after.size();
        return new PersonPanel(
                context.text(
                        "person.place",
                        state.id().position(),
                        run.request().recipients().size()),
                DisplayText.initials(recipient.name()),
                recipient.name(),
                recipient.user(),
                remark(recipient),
                after,
                more > 0 ? context.text("person.more", more) : "");
    }

    private String remark(Recipient recipient) {
        List<String> parts = new ArrayList<>();
        if (!recipient.email().isEmpty() && !recipient.email().equalsIgnoreCase(recipient.user())) {
            parts.add(recipient.email());
        }
        if (!recipient.deviceName().isEmpty()) {
            parts.add(context.text("person.device", recipient.deviceName()));
        }
        return String.join("\n", parts);
    }

    Progress progress(Tally tally) {
        List<String> parts = new ArrayList<>();
        parts.add(context.text("progress.provisioned", tally.provisioned()));
        parts.add(context.text("progress.skipped", tally.skipped()));
        parts.add(context.text("progress.failed", tally.failed()));
        if (tally.unclear() > 0) {
            parts.add(context.text("progress.unclear", tally.unclear()));
        }
        return new Progress(tally, String.join(SEPARATOR, parts));
    }

    List<CompletedRow> done(RunSnapshot run) {
        return run.justDone().stream().map(this::done).toList();
    }

    private CompletedRow done(RecipientState state) {
        OutcomeStyle style = OutcomeStyle.of(state.outcome(), context.messages());
        String text = state.last().map(last -> doneText(state.outcome(), last)).orElse(style.word());
        return new CompletedRow(style, state.recipient().name(), text);
    }

    private String doneText(Outcome outcome, OutcomeRecord last) {
        List<String> parts = new ArrayList<>();
        parts.add(context.text("done." + outcome.name()));
        if (outcome == Outcome.PROVISIONED) {
            last.passkey().ifPresent(passkey -> parts.add(passkey.deviceName()));
        } else if (outcome != Outcome.SKIPPED) {
            last.problem().ifPresent(problem -> parts.add(title(problem)));
        }
        String time = DisplayText.time(last.took(), context.messages().locale());
        if (!time.isEmpty()) {
            parts.add(time);
        }
        return String.join(SEPARATOR, parts);
    }

    private String title(Problem problem) {
        return context.explain().apply(problem).title();
    }
}
