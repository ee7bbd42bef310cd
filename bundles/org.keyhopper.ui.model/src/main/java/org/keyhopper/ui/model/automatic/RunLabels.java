package org.keyhopper.ui.model.automatic;

import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterSnapshot.TrayCounts;
import org.keyhopper.core.automatic.Throughput;
import org.keyhopper.core.request.Tally;
import org.keyhopper.texts.Explanation;
import org.keyhopper.ui.model.KeyHint;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.automatic.RunScreen.Line;
import org.keyhopper.ui.model.automatic.RunScreen.Progress;
import org.keyhopper.ui.model.manual.ActionButton.Weight;
import org.keyhopper.ui.model.manual.Stage;

/** Composes the screen of a printer run. One per run; not thread-safe. */
final class RunLabels {

    private static final String UNKNOWN = "–";

    private final WorkbenchContext context;
    private final PrinterLabels printers;
    private final PeopleRows people;

    RunLabels(WorkbenchContext context) {
        this.context = context;
        printers = new PrinterLabels(context);
        people = new PeopleRows(context);
    }

    /** Composes the screen; {@code switching} if a manual run follows. */
    RunScreen of(AutomaticSnapshot run, HopperCounts hoppers, boolean switching) {
        List<PrinterView> views = IntStream.range(0, run.printers().size())
                .mapToObj(index -> printers.of(index, run, hoppers.left(index)))
                .toList();
        return new RunScreen(
                views,
                people.of(run, views),
                progress(run),
                buttons(run, switching),
                notice(run, switching),
                run.isOver() ? Optional.of(end(run)) : Optional.empty());
    }

    private Progress progress(AutomaticSnapshot run) {
        Tally tally = run.tally();
        return new Progress(
                tally,
                Integer.toString(tally.provisioned()),
                context.text("progress.of", tally.total()),
                List.of(
                        line("outcome.FAILED", tally.failed()),
                        line("outcome.PENDING", tally.pending()),
                        line("outcome.SKIPPED", tally.skipped()),
                        line("outcome.UNCLEAR", tally.unclear())),
                speeds(run));
    }

    private Line line(String key, int value) {
        return new Line(context.text(key), Integer.toString(value));
    }

    private List<Line> speeds(AutomaticSnapshot run) {
        Throughput throughput = run.throughput();
        Duration each = throughput.perCard();
        boolean known = !each.isZero();
        String seconds = known ? String.format(context.messages().locale(), "%.1f", each.toMillis() / 1000.0) : UNKNOWN;
        String rate = known ? Long.toString(throughput.cardsPerHour()) : UNKNOWN;
        return List.of(
                new Line(context.text("progress.perCard"), seconds),
                new Line(context.text("progress.perHour"), rate),
                new Line(context.text("progress.finished"), run.isOver() ? UNKNOWN : finished(throughput)));
    }

    private String finished(Throughput throughput) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(context.messages().locale())
                .withZone(ZoneId.systemDefault());
        return throughput
                .left()
                .map(left -> format.format(context.clock().instant().plus(left)))
                .orElse(UNKNOWN);
    }

    private List<AutomaticButton> buttons(AutomaticSnapshot run, boolean switching) {
        List<AutomaticButton> buttons = new ArrayList<>();
        if (run.isOver()) {
            buttons.add(button(AutomaticAction.VIEW_SUMMARY, Weight.DEFAULT));
            if (run.phase() == AutomaticPhase.COMPLETED) {
                buttons.add(button(AutomaticAction.NEXT_REQUEST, Weight.PLAIN));
            }
            if (run.tally().pending() + run.tally().failed() > 0) {
                buttons.add(button(AutomaticAction.START_AGAIN, Weight.PLAIN));
            }
            buttons.add(button(AutomaticAction.CLOSE, Weight.PLAIN));
            return buttons;
        }
        if (run.choices().contains(AutomaticChoice.CONTINUE)) {
            buttons.add(button(AutomaticAction.CONTINUE, Weight.DEFAULT));
        } else if (run.choices().contains(AutomaticChoice.PAUSE)) {
            buttons.add(button(AutomaticAction.PAUSE, Weight.PLAIN));
        }
        if (run.choices().contains(AutomaticChoice.STOP_AFTER_THIS_CARD)) {
            buttons.add(button(AutomaticAction.STOP_AFTER_THIS_CARD, Weight.PLAIN));
            if (!switching) {
                buttons.add(button(AutomaticAction.SWITCH_TO_MANUAL, Weight.PLAIN));
            }
        }
        return buttons;
    }

    AutomaticButton button(AutomaticAction action, Weight weight) {
        String label = context.text("automaticAction." + action.name());
        String hint = context.text("automaticAction." + action.name() + ".hint");
        return new AutomaticButton(
                action, label, hint.isEmpty() ? KeyHint.of(label, context.messages()) : hint, weight);
    }

    private Optional<Notice> notice(AutomaticSnapshot run, boolean switching) {
        if (run.isOver()) {
            return Optional.empty();
        }
        if (run.notice().isPresent()) {
            return run.notice().map(problem -> context.notice(problem, Tint.ATTENTION));
        }
        return switch (run.phase()) {
            case PREPARING -> Optional.of(new Notice(context.text("automatic.preparing"), Tint.ACTIVE));
            case PAUSED -> Optional.of(new Notice(context.text("automatic.paused"), Tint.ATTENTION));
            case STOPPING ->
                Optional.of(new Notice(
                        context.text(switching ? "automatic.switching" : "automatic.stopping"), Tint.ATTENTION));
            case RUNNING, DIRECTORY_OUT, COMPLETED, HALTED -> Optional.empty();
        };
    }

    private Stage end(AutomaticSnapshot run) {
        Tally tally = run.tally();
        String cards = cards(run);
        if (run.phase() == AutomaticPhase.HALTED) {
            Optional<Explanation> reason = run.notice().map(context.explain());
            return Stage.of(
                    reason.isPresent() ? Tint.BAD : Tint.NEUTRAL,
                    reason.map(explanation -> explanation.title() + ".")
                            .orElseGet(() -> context.text("automatic.stopped")),
                    (reason.map(explanation -> explanation.cause() + " " + explanation.action() + "\n")
                                            .orElse("") + context.text("automatic.left", tally.pending()) + "\n"
                                    + cards)
                            .strip());
        }
        boolean all = tally.done() == tally.total();
        return Stage.of(
                all ? Tint.GOOD : Tint.ATTENTION,
                context.text("stage.completed", tally.done(), tally.total()),
                (all ? "" : context.text("stage.completed.hint", tally.total() - tally.done()) + "\n") + cards);
    }

    /** Reports where the cards of this run are, so that none is handed out by mistake. */
    private String cards(AutomaticSnapshot run) {
        List<String> parts = new ArrayList<>();
        int output = sum(run, TrayCounts::output);
        parts.add(context.text("cards.output", output));
        add(parts, "cards.rejected", sum(run, TrayCounts::rejected));
        add(parts, "cards.mixed", sum(run, TrayCounts::mixed));
        add(parts, "cards.byHand", sum(run, TrayCounts::byHand));
        return String.join(" ", parts);
    }

    private void add(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(context.text(key, count));
        }
    }

    private static int sum(AutomaticSnapshot run, ToIntFunction<TrayCounts> of) {
        return run.printers().stream()
                .map(printer -> printer.trays())
                .mapToInt(of)
                .sum();
    }
}
