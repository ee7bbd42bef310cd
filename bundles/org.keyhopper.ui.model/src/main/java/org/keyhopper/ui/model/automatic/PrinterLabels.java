package org.keyhopper.ui.model.automatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.texts.Explanation;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.KeyHint;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.automatic.SetupScreen.CheckRow;
import org.keyhopper.ui.model.manual.ActionButton.Weight;
import org.keyhopper.ui.model.manual.Stage;
import org.keyhopper.ui.model.manual.StepRow;
import org.keyhopper.ui.model.manual.StepRows;

/** Composes the view of one printer in a run. */
final class PrinterLabels {

    private static final List<PrinterChoice> ORDER = List.of(
            PrinterChoice.CONTINUE, PrinterChoice.CARD_TAKEN_OUT, PrinterChoice.REJECT_CARD, PrinterChoice.GIVE_UP);

    private final WorkbenchContext context;
    private final CardPathLabels paths;
    private final StepRows steps;
    private final SetupLabels setup;

    PrinterLabels(WorkbenchContext context) {
        this.context = context;
        paths = new CardPathLabels(context);
        steps = new StepRows(context.messages());
        setup = new SetupLabels(context);
    }

    /** @param cards left in the hopper, if they are counted */
    PrinterView of(int index, AutomaticSnapshot run, OptionalInt cards) {
        PrinterSnapshot printer = run.printers().get(index);
        return new PrinterView(
                index,
                caption(printer),
                context.text("laneStatus." + status(printer, run)),
                tint(printer),
                paths.of(printer, run, cards),
                stage(printer, run),
                printer.notice()
                        .map(Problem::detail)
                        .filter(detail -> !detail.isEmpty())
                        .map(detail -> context.text("lane.code", detail))
                        .orElse(""),
                steps(printer, run),
                checks(printer),
                buttons(printer, index, run.printers().size()));
    }

    private String caption(PrinterSnapshot printer) {
        String encoder = context.text("encoder." + printer.order().encoder().name());
        String reader = printer.reader()
                .map(name -> context.text("lane.reader", DisplayText.reader(name)))
                .orElseGet(() -> context.text("lane.reader.none"));
        return context.text("lane.caption", printer.name(), encoder, reader);
    }

    private List<StepRow> steps(PrinterSnapshot printer, AutomaticSnapshot run) {
        return steps.of(printer.steps(), run.request(), name(printer));
    }

    private static String name(PrinterSnapshot printer) {
        return printer.current().map(state -> state.recipient().name()).orElse("");
    }

    private List<CheckRow> checks(PrinterSnapshot printer) {
        return printer.phase() == PrinterPhase.CHECKING
                ? printer.readiness().stream()
                        .map(check -> setup.check(check, printer.order().encoder(), ""))
                        .toList()
                : List.of();
    }

    private static String status(PrinterSnapshot printer, AutomaticSnapshot run) {
        return switch (printer.phase()) {
            case FEEDING, IDENTIFYING, WORKING, EJECTING, REJECTING -> isPaused(run) ? "PAUSING" : "RUNNING";
            case WAITING -> isPaused(run) ? "PAUSED" : "WAITING";
            case NEEDS_OPERATOR -> CardPathLabels.isHopperEmpty(printer.notice()) ? "HOPPER_EMPTY" : "NEEDS_OPERATOR";
            case CHECKING, CARD_LOST, DONE, OUT -> printer.phase().name();
        };
    }

    static Tint tint(PrinterSnapshot printer) {
        return switch (printer.phase()) {
            case CHECKING, WAITING -> Tint.NEUTRAL;
            case FEEDING, IDENTIFYING, WORKING, EJECTING, REJECTING, DONE -> Tint.GOOD;
            case NEEDS_OPERATOR -> isFault(printer.notice()) ? Tint.BAD : Tint.ATTENTION;
            case CARD_LOST, OUT -> Tint.BAD;
        };
    }

    /** Distinguishes faults, which may have damaged a card, from routine requests for the operator. */
    private static boolean isFault(Optional<Problem> notice) {
        return notice.filter(problem -> problem.is(PrinterProblem.JAM)
                        || problem.is(PrinterProblem.CARD_INSIDE)
                        || problem.is(RunProblem.CARD_FROM_LAST_RUN)
                        || problem.is(PrinterProblem.FEED_FAILED)
                        || problem.is(PrinterProblem.HARDWARE)
                        || problem.is(PrinterProblem.ENCODER_NOT_EMPTY)
                        || problem.is(PrinterProblem.OTHER))
                .isPresent();
    }

    private Stage stage(PrinterSnapshot printer, AutomaticSnapshot run) {
        String name = name(printer);
        boolean byHand = printer.order().printer().scheme().equals("manual");
        return switch (printer.phase()) {
            case CHECKING -> plain(printer, "lane.checking");
            case WAITING -> plain(printer, isPaused(run) ? "lane.paused" : "lane.waiting");
            case FEEDING -> plain(printer, byHand ? "lane.feeding.hand" : "lane.feeding", name);
            case IDENTIFYING -> plain(printer, "lane.identifying", name);
            case WORKING -> warned(printer, plain(printer, "lane.working", name));
            case EJECTING -> warned(printer, plain(printer, byHand ? "lane.ejecting.hand" : "lane.ejecting", name));
            case REJECTING -> plain(printer, byHand ? "lane.rejecting.hand" : "lane.rejecting");
            case NEEDS_OPERATOR, CARD_LOST -> fault(printer);
            case DONE -> plain(printer, "lane.done");
            case OUT ->
                printer.notice().isPresent() ? fault(printer) : Stage.of(Tint.BAD, context.text("lane.out"), "");
        };
    }

    private Stage plain(PrinterSnapshot printer, String key, String... name) {
        return Stage.of(tint(printer), context.text(key, (Object[]) name), "");
    }

    /** Adds what the directory may refuse about the card, for which the run does not wait. */
    private Stage warned(PrinterSnapshot printer, Stage stage) {
        return printer.warning()
                .map(problem -> Stage.of(Tint.ATTENTION, stage.sentence(), context.sentence(problem))
                        .explaining(printer.warning()))
                .orElse(stage);
    }

    private Stage fault(PrinterSnapshot printer) {
        if (CardPathLabels.isHopperEmpty(printer.notice())) {
            return Stage.of(tint(printer), context.text("lane.hopperEmpty"), context.text("lane.hopperEmpty.hint"))
                    .explaining(printer.notice());
        }
        Optional<Explanation> explanation = printer.notice().map(context.explain());
        return explanation
                .map(one -> Stage.of(tint(printer), one.title() + ".", one.cause() + " " + one.action())
                        .explaining(printer.notice()))
                .orElseGet(() -> Stage.of(tint(printer), context.text("lane.needs"), context.text("lane.needs.hint")));
    }

    private List<PrinterButton> buttons(PrinterSnapshot printer, int index, int printers) {
        List<PrinterButton> buttons = new ArrayList<>();
        int question = printer.question();
        for (PrinterChoice choice : ORDER) {
            if (printer.choices().contains(choice)) {
                boolean first = buttons.isEmpty() && choice != PrinterChoice.GIVE_UP;
                String label = label(choice, first, index, printers);
                buttons.add(new PrinterButton(
                        choice,
                        label,
                        KeyHint.of(label, context.messages()),
                        first ? Weight.DEFAULT : Weight.PLAIN,
                        question));
            }
        }
        return buttons;
    }

    /** With several printers, the first button's shortcut is the number of its printer. */
    private String label(PrinterChoice choice, boolean first, int index, int printers) {
        String label = context.text("laneAction." + choice.name());
        return printers > 1 ? label.replace("&", "") + (first ? "  &" + (index + 1) : "") : label;
    }

    private static boolean isPaused(AutomaticSnapshot run) {
        return run.phase() == AutomaticPhase.PAUSED || run.phase() == AutomaticPhase.DIRECTORY_OUT;
    }
}
