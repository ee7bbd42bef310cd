package org.keyhopper.ui.internal.handlers;

import jakarta.inject.Named;
import org.eclipse.e4.core.di.annotations.CanExecute;
import org.eclipse.e4.core.di.annotations.Execute;
import org.keyhopper.ui.internal.window.WorkbenchWindow;
import org.keyhopper.ui.model.RehearsalControls;

/** Operates the simulated reader and printer of a rehearsal, also while a dialog waits for a card. */
public final class RehearsalHandler {

    private enum Hand {
        NEW_CARD,
        USED_CARD,
        TAKE_OUT,
        PUT_BACK,
        LOAD_PRINTER,
        LOAD_FAULTY,
        JAM,
        CLEAR_JAM,
        PACE
    }

    @CanExecute
    boolean canExecute(WorkbenchWindow window) {
        return window.services().controls().isPresent();
    }

    @Execute
    void execute(WorkbenchWindow window, @Named("org.keyhopper.parameter.hand") String hand) {
        window.services().controls().ifPresent(controls -> operate(controls, Hand.valueOf(hand)));
    }

    private static void operate(RehearsalControls controls, Hand hand) {
        switch (hand) {
            case NEW_CARD -> controls.insertNewCard();
            case USED_CARD -> controls.insertUsedCard();
            case TAKE_OUT -> controls.removeCard();
            case PUT_BACK -> controls.putBackCard();
            case LOAD_PRINTER -> controls.loadPrinter();
            case LOAD_FAULTY -> controls.loadFaultyCards();
            case JAM -> controls.jamNextCard();
            case CLEAR_JAM -> controls.clearJam();
            case PACE -> controls.setRealistic(!controls.isRealistic());
        }
    }
}
