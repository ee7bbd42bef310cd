package org.keyhopper.printer.sdk.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.Station;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.Pause;
import org.keyhopper.printer.support.Purpose;

/**
 * One encoding job: it takes a card, brings it to the station and waits; resumed, it ejects the card; cancelled, it rejects
 * it. A job that could not bring its card is cancelled at once, so that no card moves when nobody watches any more.
 */
final class ZebraSession implements CardPath {

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(250);

    private final CompanionLink link;
    private final Station station;
    private int job;
    private boolean ending;

    ZebraSession(CompanionLink link, Station station) {
        this.link = link;
        this.station = station;
    }

    @Override
    public void bring(Station target, CardLocation from, Deadline deadline)
            throws PrinterException, InterruptedException {
        if (from == CardLocation.HOPPER) {
            requireClear(deadline);
            ending = false;
            job = 0;
            JsonObject start = CompanionLink.request("start");
            start.addProperty("station", target.name());
            job = link.call(start, Purpose.MOVEMENT, deadline).get("job").getAsInt();
        }
        JobReport report = report(Purpose.MOVEMENT, deadline);
        while (!report.atStation()) {
            if (report.isOver()) {
                throw ZebraTrouble.error(report.error(), report.text());
            }
            if (report.alarm() > 0) {
                cancel(deadline);
                throw ZebraTrouble.alarm(report.alarm(), report.text());
            }
            report = nextReport(deadline);
        }
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException, InterruptedException {
        if (!ending) {
            link.call(CompanionLink.request("resume"), Purpose.MOVEMENT, deadline);
            ending = true;
        }
        JobReport end = awaitEnd(deadline);
        if (!end.isGood()) {
            throw ZebraTrouble.error(end.error(), end.text());
        }
    }

    @Override
    public void reject(String reason, Deadline deadline) throws PrinterException, InterruptedException {
        if (!ending) {
            cancel(deadline);
            ending = true;
        }
        awaitEnd(deadline);
    }

    @Override
    public CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException {
        return job == 0
                ? CardLocation.UNKNOWN
                : report(Purpose.QUESTION, deadline).location(station);
    }

    private void requireClear(Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject status = link.call(CompanionLink.request("status"), Purpose.QUESTION, deadline);
        int alarm = status.get("alarm").getAsInt();
        int error = status.get("error").getAsInt();
        if (alarm > 0) {
            throw ZebraTrouble.alarm(alarm, status.get("alarmText").getAsString());
        }
        if (error > 0) {
            throw ZebraTrouble.error(error, status.get("errorText").getAsString());
        }
        if (status.get("jobs").getAsInt() > 0) {
            throw PrinterException.of(PrinterProblem.BUSY);
        }
    }

    private void cancel(Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject cancel = CompanionLink.request("cancel");
        cancel.addProperty("job", job);
        link.call(cancel, Purpose.MOVEMENT, deadline);
    }

    private JobReport awaitEnd(Deadline deadline) throws PrinterException, InterruptedException {
        JobReport report = report(Purpose.MOVEMENT, deadline);
        while (!report.isOver()) {
            if (report.alarm() > 0) {
                throw ZebraTrouble.alarm(report.alarm(), report.text());
            }
            report = nextReport(deadline);
        }
        return report;
    }

    private JobReport nextReport(Deadline deadline) throws PrinterException, InterruptedException {
        Pause.of(BETWEEN_QUESTIONS, deadline);
        if (deadline.hasPassed()) {
            throw Purpose.MOVEMENT.unanswered(new IOException("job " + job + " has not come to its end"));
        }
        return report(Purpose.MOVEMENT, deadline);
    }

    private JobReport report(Purpose purpose, Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject question = CompanionLink.request("job");
        question.addProperty("job", job);
        try {
            return JobReport.of(link.call(question, Purpose.QUESTION, deadline), station);
        } catch (PrinterException e) {
            throw purpose == Purpose.MOVEMENT ? purpose.unanswered(e) : e;
        }
    }
}
