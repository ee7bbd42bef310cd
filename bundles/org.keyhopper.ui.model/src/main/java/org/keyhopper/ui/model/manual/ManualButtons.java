package org.keyhopper.ui.model.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.core.run.Choice;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.ui.model.KeyHint;
import org.keyhopper.ui.model.Messages;
import org.keyhopper.ui.model.manual.ActionButton.Weight;

/** Maps the choices of the operator to buttons. */
final class ManualButtons {

    private static final List<Choice> MAIN_ORDER = List.of(
            Choice.TOUCH_TO_CHOOSE,
            Choice.PROVISION,
            Choice.TRY_NEW_DEVICE,
            Choice.NEXT_USER,
            Choice.RESET_AND_PROVISION,
            Choice.TRY_AGAIN,
            Choice.RECONCILE,
            Choice.SET_ASIDE);

    private final Messages messages;

    private final BooleanSupplier choosing;

    /** @param choosing whether runs can choose whom to provision */
    ManualButtons(Messages messages, BooleanSupplier choosing) {
        this.messages = messages;
        this.choosing = choosing;
    }

    /** @param former whether the passkey of the device's former holder is still registered */
    List<ActionButton> main(RunSnapshot run, boolean former) {
        List<ActionButton> buttons = new ArrayList<>(main(run));
        if (former) {
            buttons.add(button(ManualAction.REVOKE_FORMER, Weight.PLAIN));
        }
        return buttons;
    }

    private List<ActionButton> main(RunSnapshot run) {
        if (run.phase() == RunPhase.COMPLETED) {
            return List.of(
                    button(ManualAction.VIEW_SUMMARY, Weight.DEFAULT),
                    button(ManualAction.NEXT_REQUEST, Weight.PLAIN),
                    button(ManualAction.CLOSE, Weight.PLAIN));
        }
        if (run.phase() == RunPhase.HALTED) {
            return List.of(
                    button(ManualAction.START_AGAIN, Weight.DEFAULT), button(ManualAction.VIEW_SUMMARY, Weight.PLAIN));
        }
        List<ActionButton> buttons = new ArrayList<>();
        for (Choice choice : MAIN_ORDER) {
            if (run.choices().contains(choice)) {
                buttons.add(button(ManualAction.of(choice), weight(choice, buttons.isEmpty())));
            }
        }
        return buttons;
    }

    private static Weight weight(Choice choice, boolean first) {
        if (choice == Choice.RESET_AND_PROVISION) {
            return Weight.DANGEROUS;
        }
        // A second Enter after RECONCILE must not trigger SET ASIDE.
        return first && choice != Choice.SET_ASIDE ? Weight.DEFAULT : Weight.PLAIN;
    }

    List<ActionButton> side(Set<Choice> choices) {
        return choices.contains(Choice.SKIP_USER) ? List.of(button(ManualAction.SKIP_USER, Weight.PLAIN)) : List.of();
    }

    /** A PIN cannot be entered at a printer, so only profiles with random PINs can be switched. */
    List<ActionButton> ending(RunSnapshot run, boolean switching) {
        if (!run.choices().contains(Choice.STOP)) {
            return List.of();
        }
        List<ActionButton> buttons = new ArrayList<>();
        if (choosing.getAsBoolean() && canGoTo(run)) {
            buttons.add(button(ManualAction.FIND_PERSON, Weight.PLAIN));
        }
        if (run.request().profile().pin() instanceof PinRule.Random && !switching) {
            buttons.add(button(ManualAction.SWITCH_TO_PRINTERS, Weight.PLAIN));
        }
        buttons.add(button(ManualAction.STOP, Weight.PLAIN));
        return buttons;
    }

    /** While a device is worked on, the person stays the same. */
    private static boolean canGoTo(RunSnapshot run) {
        return run.choices().contains(Choice.SKIP_USER) && run.phase() != RunPhase.WORKING;
    }

    ActionButton button(ManualAction action, Weight weight) {
        String label = messages.text("action." + action.name());
        String hint = messages.text("action." + action.name() + ".hint");
        String key = weight == Weight.DEFAULT ? messages.text("key.enter") : KeyHint.of(label, messages);
        return new ActionButton(action, label, hint.isEmpty() ? key : hint, weight);
    }
}
