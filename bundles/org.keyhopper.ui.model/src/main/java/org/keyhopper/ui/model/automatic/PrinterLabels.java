package org.keyhopper.ui.model.automatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    private final WorkbenchContext desk;
    private final CardPathLabels paths;
    private final StepRows steps;
    private final SetupLabels setup;

    PrinterLabels(WorkbenchContext desk) {
        this.desk = desk;
        paths = new CardPathLabels(desk);
        steps = new StepRows(desk.messages());
        setup = new SetupLabels(desk);
    }

    PrinterView of(int index, AutomaticSnapshot run) {
        PrinterSnapshot lane = run.lanes().get(index);
        return new PrinterView(
                index,
                caption(lane),
                desk.text("laneStatus." + status(lane, run)),
                tint(lane),
                paths.of(lane, run),
                stage(lane, run),
                lane.notice()
                        .map(Problem::detail)
                        .filter(detail -> !detail.isEmpty())
                        .map(detail -> desk.text("lane.code", detail))
                        .orElse(""),
                steps(lane, run),
                checks(lane),
                buttons(lane, index, run.lanes().size()));
    }

    private String caption(PrinterSnapshot lane) {
        String encoder = desk.text("encoder." + lane.order().encoder().name());
        String reader = lane.reader()
                .map(name -> desk.text("lane.reader", DisplayText.reader(name)))
                .orElseGet(() -> desk.text("lane.reader.none"));
        return desk.text("lane.caption", lane.name(), encoder, reader);
    }

    private List<StepRow> steps(PrinterSnapshot lane, AutomaticSnapshot run) {
        return steps.of(lane.steps(), run.request(), name(lane));
    }

    private static String name(PrinterSnapshot lane) {
        return lane.current().map(state -> state.recipient().name()).orElse("");
    }

    private List<CheckRow> checks(PrinterSnapshot lane) {
        return lane.phase() == PrinterPhase.CHECKING
                ? lane.readiness().stream()
                        .map(check -> setup.check(check, lane.order().encoder(), ""))
                        .toList()
                : List.of();
    }

    private static String status(PrinterSnapshot lane, AutomaticSnapshot run) {
        return switch (lane.phase()) {
            case FEEDING, IDENTIFYING, WORKING, EJECTING, REJECTING -> "RUNNING";
            case WAITING -> isPaused(run) ? "PAUSED" : "WAITING";
            case NEEDS_OPERATOR -> CardPathLabels.isHopperEmpty(lane.notice()) ? "HOPPER_EMPTY" : "NEEDS_OPERATOR";
            case CHECKING, CARD_LOST, DONE, OUT -> lane.phase().name();
        };
    }

    static Tint tint(PrinterSnapshot lane) {
        return switch (lane.phase()) {
            case CHECKING, WAITING -> Tint.NEUTRAL;
            case FEEDING, IDENTIFYING, WORKING, EJECTING, REJECTING, DONE -> Tint.GOOD;
            case NEEDS_OPERATOR -> isTrouble(lane.notice()) ? Tint.BAD : Tint.ATTENTION;
            case CARD_LOST, OUT -> Tint.BAD;
        };
    }

    /** Distinguishes faults, which may have damaged a card, from routine requests for the operator. */
    private static boolean isTrouble(Optional<Problem> notice) {
        return notice.filter(problem -> problem.is(PrinterProblem.JAM)
                        || problem.is(PrinterProblem.CARD_INSIDE)
                        || problem.is(RunProblem.CARD_FROM_LAST_RUN)
                        || problem.is(PrinterProblem.FEED_FAILED)
                        || problem.is(PrinterProblem.HARDWARE)
                        || problem.is(PrinterProblem.ENCODER_NOT_EMPTY)
                        || problem.is(PrinterProblem.OTHER))
                .isPresent();
    }

    private Stage stage(PrinterSnapshot lane, AutomaticSnapshot run) {
        String name = name(lane);
        boolean byHand = lane.order().printer().scheme().equals("manual");
        return switch (lane.phase()) {
            case CHECKING -> plain(lane, "lane.checking");
            case WAITING -> plain(lane, isPaused(run) ? "lane.paused" : "lane.waiting");
            case FEEDING -> plain(lane, byHand ? "lane.feeding.hand" : "lane.feeding", name);
            case IDENTIFYING -> plain(lane, "lane.identifying", name);
            case WORKING -> plain(lane, "lane.working", name);
            case EJECTING -> plain(lane, byHand ? "lane.ejecting.hand" : "lane.ejecting", name);
            case REJECTING -> plain(lane, byHand ? "lane.rejecting.hand" : "lane.rejecting");
            case NEEDS_OPERATOR, CARD_LOST -> trouble(lane);
            case DONE -> plain(lane, "lane.done");
            case OUT -> lane.notice().isPresent() ? trouble(lane) : Stage.of(Tint.BAD, desk.text("lane.out"), "");
        };
    }

    private Stage plain(PrinterSnapshot lane, String key, String... name) {
        return Stage.of(tint(lane), desk.text(key, (Object[]) name), "");
    }

    private Stage trouble(PrinterSnapshot lane) {
        if (CardPathLabels.isHopperEmpty(lane.notice())) {
            return Stage.of(tint(lane), desk.text("lane.hopperEmpty"), desk.text("lane.hopperEmpty.hint"));
        }
        Optional<Explanation> words = lane.notice().map(desk.explain());
        return words.map(one -> Stage.of(tint(lane), one.title() + ".", one.cause() + " " + one.action()))
                .orElseGet(() -> Stage.of(tint(lane), desk.text("lane.needs"), desk.text("lane.needs.hint")));
    }

    private List<PrinterButton> buttons(PrinterSnapshot lane, int index, int lanes) {
        List<PrinterButton> buttons = new ArrayList<>();
        for (PrinterChoice choice : ORDER) {
            if (lane.choices().contains(choice)) {
                buttons.add(button(choice, buttons.isEmpty() && choice != PrinterChoice.GIVE_UP, index, lanes));
            }
        }
        return buttons;
    }

    /** With several printers, the first button's shortcut is the number of its printer. */
    private PrinterButton button(PrinterChoice choice, boolean first, int index, int lanes) {
        String label = desk.text("laneAction." + choice.name());
        if (lanes > 1) {
            label = label.replace("&", "") + (first ? "  &" + (index + 1) : "");
        }
        int mark = label.indexOf('&');
        String key = mark < 0
                ? ""
                : desk.text("key.alt", label.substring(mark + 1, mark + 2).toUpperCase(Locale.ROOT));
        return new PrinterButton(choice, label, key, first ? Weight.DEFAULT : Weight.PLAIN);
    }

    private static boolean isPaused(AutomaticSnapshot run) {
        return run.phase() == AutomaticPhase.PAUSED || run.phase() == AutomaticPhase.DIRECTORY_OUT;
    }
}
