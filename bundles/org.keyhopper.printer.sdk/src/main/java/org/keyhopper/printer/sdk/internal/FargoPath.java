package org.keyhopper.printer.sdk.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.printer.Trouble;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.Pause;
import org.keyhopper.printer.support.Purpose;

/**
 * Movements from station to station. DTC printers report the encoding as their activity, HDP printers the card as present at
 * the station; either counts as arrived. Everything that goes wrong is one word, without a reason.
 */
final class FargoPath implements CardPath {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
    private static final String OUT = "eject";

    private final CompanionLink link;
    private final Station station;

    FargoPath(CompanionLink link, Station station) {
        this.link = link;
        this.station = station;
    }

    @Override
    public void bring(Station target, CardLocation from, Deadline deadline)
            throws PrinterException, InterruptedException {
        if (from == CardLocation.HOPPER) {
            FargoActivity before = activity(Purpose.QUESTION, deadline);
            requireFit(before);
            if (!before.isResting()) {
                throw PrinterException.of(PrinterProblem.BUSY).withDetail(before.word());
            }
        }
        move(target.name().toLowerCase(Locale.ROOT), deadline);
        while (!hasArrived(deadline)) {
            pause(deadline);
        }
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException, InterruptedException {
        move(OUT, deadline);
        FargoActivity now = activity(Purpose.MOVEMENT, deadline);
        while (!now.isResting()) {
            requireFit(now);
            pause(deadline);
            now = activity(Purpose.MOVEMENT, deadline);
        }
    }

    @Override
    public void reject(String reason, Deadline deadline) {
        throw new IllegalStateException("the kit knows no place for bad cards");
    }

    @Override
    public CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException {
        FargoActivity now = activity(Purpose.QUESTION, deadline);
        if (now.isEncoding(station) || isPresent(deadline)) {
            return CardLocation.at(station);
        }
        return now.isResting() ? CardLocation.HOPPER : CardLocation.UNKNOWN;
    }

    private void move(String target, Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject move = CompanionLink.request("move");
        move.addProperty("station", target);
        link.call(move, Purpose.MOVEMENT, deadline);
    }

    private boolean hasArrived(Deadline deadline) throws PrinterException, InterruptedException {
        FargoActivity now = activity(Purpose.MOVEMENT, deadline);
        requireFit(now);
        return now.isEncoding(station) || isPresent(deadline);
    }

    private boolean isPresent(Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject question = CompanionLink.request("station");
        question.addProperty("station", station.name());
        return link.call(question, Purpose.QUESTION, deadline)
                .get("state")
                .getAsString()
                .equals("cardpresent");
    }

    private FargoActivity activity(Purpose purpose, Deadline deadline) throws PrinterException, InterruptedException {
        try {
            return FargoActivity.of(link.call(CompanionLink.request("activity"), Purpose.QUESTION, deadline));
        } catch (PrinterException e) {
            throw purpose == Purpose.MOVEMENT ? purpose.unanswered(e) : e;
        }
    }

    private static void requireFit(FargoActivity now) throws PrinterException {
        if (now.isPaused()) {
            throw PrinterException.of(PrinterProblem.LOCKED).withDetail(now.word());
        }
        if (now.isStuck()) {
            throw PrinterException.of(PrinterProblem.OTHER, now.word()).meaning(Trouble.OPERATOR_NEEDED);
        }
    }

    private static void pause(Deadline deadline) throws PrinterException, InterruptedException {
        Pause.of(BETWEEN_QUESTIONS, deadline);
        if (deadline.hasPassed()) {
            throw Purpose.MOVEMENT.unanswered(new IOException("the card has not arrived"));
        }
    }
}
