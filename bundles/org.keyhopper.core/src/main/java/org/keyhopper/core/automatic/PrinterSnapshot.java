package org.keyhopper.core.automatic;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.StepProgress;

/**
 * One printer of a run at one moment; immutable.
 *
 * @param order the printer and encoder as ordered
 * @param name vendor and model, or the address until it is open
 * @param reader the reader behind its encoder, once known
 * @param readiness the checks before its first card
 * @param phase the phase
 * @param card where its card is; HOPPER when it has none
 * @param current the recipient of its card
 * @param proving the recipient whose passkey is being read back while the card is ejected
 * @param steps of the ceremony of {@code current}
 * @param warning why the directory may refuse its latest card in the end
 * @param notice why the printer waits
 * @param choices the available choices
 * @param question the number of the question that {@code choices} answer, from 1; each question has another
 * @param trays how many cards of this run are in which tray
 */
public record PrinterSnapshot(
        AutomaticOrder.PrinterOrder order,
        String name,
        Optional<String> reader,
        List<ReadinessCheck> readiness,
        PrinterPhase phase,
        CardLocation card,
        Optional<RecipientState> current,
        Optional<RecipientState> proving,
        List<StepProgress> steps,
        Optional<Problem> warning,
        Optional<Problem> notice,
        Set<PrinterChoice> choices,
        int question,
        TrayCounts trays) {

    public PrinterSnapshot {
        readiness = List.copyOf(readiness);
        steps = List.copyOf(steps);
        choices = Set.copyOf(choices);
    }

    /**
     * The number of cards of this run by location.
     *
     * @param output in the output tray, provisioned
     * @param rejected in the reject tray
     * @param mixed rejected cards in the output tray, if there is no reject tray
     * @param byHand removed by the operator
     */
    public record TrayCounts(int output, int rejected, int mixed, int byHand) {
        public static final TrayCounts EMPTY = new TrayCounts(0, 0, 0, 0);
    }
}
