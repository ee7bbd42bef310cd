package org.keyhopper.ui.model.automatic;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.automatic.Attempt;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.StepProgress;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.OutcomeStyle.Mark;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.manual.StepRow;

/** Composes the rows of current, completed and next recipients. Remembers when each current one was started. */
final class PeopleRows {

    private static final int NEXT_SHOWN = 30;
    private static final int ATTEMPTS_SHOWN = 300;

    private final WorkbenchContext context;
    private final Map<RecipientId, Instant> begun = new HashMap<>();

    PeopleRows(WorkbenchContext context) {
        this.context = context;
    }

    List<PeopleRow> of(AutomaticSnapshot run, List<PrinterView> printers) {
        List<PeopleRow> rows = new ArrayList<>();
        Map<RecipientId, Instant> still = new HashMap<>();
        for (int i = 0; i < printers.size(); i++) {
            PrinterSnapshot printer = run.printers().get(i);
            if (isUnderWay(printer)) {
                rows.add(current(printer, printers.get(i), still));
            }
        }
        for (PrinterSnapshot printer : run.printers()) {
            printer.proving()
                    .filter(state -> !still.containsKey(state.id()))
                    .ifPresent(state -> rows.add(underWay(state, context.text("people.proving"), still)));
        }
        begun.clear();
        begun.putAll(still);
        run.attempts().stream().limit(ATTEMPTS_SHOWN).map(this::attempt).forEach(rows::add);
        next(run.next(), rows);
        return rows;
    }

    private static boolean isUnderWay(PrinterSnapshot printer) {
        return printer.current().isPresent()
                && switch (printer.phase()) {
                    case CHECKING, WAITING, DONE, OUT -> false;
                    case FEEDING, IDENTIFYING, WORKING, EJECTING, REJECTING, NEEDS_OPERATOR, CARD_LOST -> true;
                };
    }

    private PeopleRow current(PrinterSnapshot printer, PrinterView view, Map<RecipientId, Instant> still) {
        RecipientState state = printer.current().orElseThrow();
        boolean stuck = printer.phase() == PrinterPhase.NEEDS_OPERATOR || printer.phase() == PrinterPhase.CARD_LOST;
        if (stuck) {
            still.put(state.id(), since(state));
            return new PeopleRow(
                    Mark.ALERT,
                    view.tint(),
                    state.recipient().name(),
                    view.stage().sentence(),
                    "",
                    view.stage().problem());
        }
        String doing = printer.phase() == PrinterPhase.WORKING
                ? running(view.steps())
                : context.text("people." + printer.phase().name());
        return underWay(state, doing, still);
    }

    private String running(List<StepRow> steps) {
        return steps.stream()
                .filter(step -> step.state() == StepProgress.State.RUNNING)
                .findFirst()
                .map(step -> step.text() + " …")
                .orElseGet(() -> context.text("people.WORKING"));
    }

    private PeopleRow underWay(RecipientState state, String text, Map<RecipientId, Instant> still) {
        Instant since = since(state);
        still.put(state.id(), since);
        Duration took = Duration.between(since, context.clock().instant());
        return new PeopleRow(Mark.DOTS, Tint.ACTIVE, state.recipient().name(), text, time(took));
    }

    private Instant since(RecipientState state) {
        return begun.getOrDefault(state.id(), context.clock().instant());
    }

    private String time(Duration took) {
        return DisplayText.time(took, context.messages().locale());
    }

    private PeopleRow attempt(Attempt attempt) {
        RecipientState state = attempt.recipient();
        OutcomeStyle style = OutcomeStyle.of(state.outcome(), context.messages());
        String name = state.recipient().name();
        if (attempt.problem().isEmpty()) {
            return new PeopleRow(
                    style.mark(), style.tint(), name, good(state.outcome(), attempt.card()), time(attempt.took()));
        }
        String reason = context.explain().apply(attempt.problem().get()).title();
        Optional<String> code = attempt.problem().map(problem -> problem.code().id());
        String text = context.text("people.bad." + place(attempt.card()), reason);
        return attempt.again()
                ? new PeopleRow(Mark.CROSS, Tint.BAD, name, context.text("people.again", text), "", code)
                : new PeopleRow(
                        style.mark(),
                        style.tint(),
                        name,
                        text + (state.outcome() == Outcome.PROVISIONED ? "" : " · " + style.word()),
                        time(attempt.took()),
                        code);
    }

    private String good(Outcome outcome, CardLocation card) {
        String done = context.text("done." + outcome.name());
        return card.isOut() || outcome != Outcome.PROVISIONED ? done : context.text("people.good.inside", done);
    }

    private static String place(CardLocation card) {
        return switch (card) {
            case REJECT_TRAY -> "rejected";
            case OUTPUT_TRAY -> "mixed";
            case OUTSIDE -> "outside";
            case HOPPER -> "none";
            case MOVING, CONTACT, CONTACTLESS, INSIDE, UNKNOWN -> "inside";
        };
    }

    private void next(List<RecipientState> next, List<PeopleRow> rows) {
        for (int i = 0; i < Math.min(next.size(), NEXT_SHOWN); i++) {
            rows.add(waiting(next.get(i).recipient().name(), context.text(i == 0 ? "people.next" : "people.waiting")));
        }
        Optional.of(next.size() - NEXT_SHOWN)
                .filter(more -> more > 0)
                .ifPresent(more -> rows.add(waiting(context.text("person.more", more), "")));
    }

    private static PeopleRow waiting(String name, String text) {
        return new PeopleRow(Mark.RING, Tint.NEUTRAL, name, text, "");
    }
}
