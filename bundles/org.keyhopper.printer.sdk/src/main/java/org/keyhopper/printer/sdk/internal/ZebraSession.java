package org.keyhopper.printer.sdk.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.Pause;
import org.keyhopper.printer.support.Purpose;

/**
 * One encoding job: it takes a card, brings it to the encoder and waits; resumed, it ejects the card; cancelled, it rejects
 * it. An alarm leaves the job alive: it goes on when an operator has removed the cause, and is cancelled if the session ends
 * before. An error ends the job at once.
 */
final class ZebraSession implements CardPath {

    /** After this, as the maker's documentation has it, a card that is still being fed will not come. */
    private static final Duration FEEDING = Duration.ofSeconds(30);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(250);
    private static final Duration UNTIL_ALARM_CLEARS = Duration.ofSeconds(3);
    private static final Duration UNTIL_CANCELLED = Duration.ofSeconds(20);

    private final ZebraLink link;
    private final Encoder encoder;
    private final Duration feeding;
    private int job;
    private int alarm;
    private boolean ending;

    /** What ended the job with its card on the way out; the card can only be taken out by hand. */
    private PrinterException failure;

    ZebraSession(ZebraLink link, Encoder encoder) {
        this(link, encoder, FEEDING);
    }

    ZebraSession(ZebraLink link, Encoder encoder, Duration feeding) {
        this.link = link;
        this.encoder = encoder;
        this.feeding = feeding;
    }

    @Override
    public void bring(Encoder target, CardLocation from, Deadline deadline)
            throws PrinterException, InterruptedException {
        if (job == 0) {
            requireClear(deadline);
            job = link.start(target, deadline);
        }
        Deadline fed = deadline.atMost(feeding);
        Deadline cleared = deadline.atMost(UNTIL_ALARM_CLEARS);
        JobReport report = link.job(job, encoder, deadline);
        while (report.state() != JobReport.State.AT_STATION) {
            requireComing(report, cleared, deadline);
            if (report.state() == JobReport.State.FEEDING && fed.hasPassed() && !deadline.hasPassed()) {
                giveUp(deadline);
                throw PrinterException.of(PrinterProblem.FEED_FAILED);
            }
            report = next(deadline);
        }
        alarm = 0;
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException, InterruptedException {
        if (!ending) {
            link.command(CompanionLink.request("resume"), deadline);
            ending = true;
        }
        JobReport end = awaitEnd(deadline);
        if (end.state() != JobReport.State.DONE) {
            failure = ZebraStatus.cancelled(end);
            throw failure;
        }
    }

    @Override
    public void reject(String reason, Deadline deadline) throws PrinterException, InterruptedException {
        if (!ending) {
            cancel(deadline);
            ending = true;
        }
        JobReport end = awaitEnd(deadline);
        if (end.state() == JobReport.State.FAILED) {
            failure = ZebraStatus.error(end.error(), end.text());
            throw failure;
        }
    }

    @Override
    public CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException {
        if (job == 0 || failure != null) {
            return CardLocation.UNKNOWN;
        }
        try {
            return switch (link.job(job, encoder, deadline).state()) {
                case DONE, CANCELLED -> CardLocation.HOPPER;
                case AT_STATION -> CardLocation.at(encoder);
                default -> CardLocation.UNKNOWN;
            };
        } catch (PrinterException e) {
            // A kit that has forgotten the job throws.
            if (CompanionLink.isThrown(e) && !CompanionLink.isConnection(e)) {
                return CardLocation.UNKNOWN;
            }
            throw e;
        }
    }

    /** A job that still waits for cards would take one that nobody expects. */
    @Override
    public void end() throws PrinterException, InterruptedException {
        if (job != 0 && alarm != 0 && !ending) {
            giveUp(Deadline.in(UNTIL_CANCELLED));
        }
    }

    /** Only what stands in the way of a new job; what an old one came to is past. */
    private void requireClear(Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject status = link.status(deadline);
        int now = status.get("alarm").getAsInt();
        int error = status.get("error").getAsInt();
        if (now > 0) {
            throw ZebraStatus.alarm(now, status.get("alarmText").getAsString());
        }
        if (error > 0) {
            throw ZebraStatus.error(error, status.get("errorText").getAsString());
        }
        if (status.get("jobs").getAsInt() > 0) {
            throw PrinterException.of(PrinterProblem.BUSY);
        }
    }

    private void requireComing(JobReport report, Deadline cleared, Deadline deadline)
            throws PrinterException, InterruptedException {
        switch (report.state()) {
            case ALARM -> {
                // An alarm seen before takes a moment to go when its cause has.
                if (report.alarm() != alarm || cleared.hasPassed()) {
                    alarm = report.alarm();
                    throw ZebraStatus.alarm(report.alarm(), report.text());
                }
            }
            case ERROR -> {
                giveUp(deadline);
                throw ZebraStatus.error(report.error(), report.text());
            }
            case DONE, FAILED, CANCELLED -> {
                job = 0;
                throw ZebraStatus.cancelled(report);
            }
            default -> {
                // It comes.
            }
        }
    }

    /** Ends a job that did not bring its card. */
    private void giveUp(Deadline deadline) throws PrinterException, InterruptedException {
        cancel(deadline);
        awaitCancelled(deadline);
        job = 0;
        alarm = 0;
    }

    private void cancel(Deadline deadline) throws PrinterException, InterruptedException {
        JsonObject cancel = CompanionLink.request("cancel");
        cancel.addProperty("job", job);
        link.command(cancel, deadline);
    }

    private void awaitCancelled(Deadline deadline) throws PrinterException, InterruptedException {
        Deadline end = deadline.atMost(UNTIL_CANCELLED);
        while (!link.job(job, encoder, deadline).state().isOver() && !end.hasPassed()) {
            Pause.of(BETWEEN_QUESTIONS, end);
        }
    }

    private JobReport awaitEnd(Deadline deadline) throws PrinterException, InterruptedException {
        if (failure != null) {
            throw failure;
        }
        Deadline cleared = deadline.atMost(UNTIL_ALARM_CLEARS);
        JobReport report = link.job(job, encoder, deadline);
        while (!report.state().isOver()) {
            if (report.state() == JobReport.State.ALARM && (report.alarm() != alarm || cleared.hasPassed())) {
                alarm = report.alarm();
                throw ZebraStatus.alarm(report.alarm(), report.text());
            }
            if (report.state() == JobReport.State.ERROR) {
                cancel(deadline);
                awaitCancelled(deadline);
                failure = ZebraStatus.error(report.error(), report.text());
                throw failure;
            }
            report = next(deadline);
        }
        return report;
    }

    private JobReport next(Deadline deadline) throws PrinterException, InterruptedException {
        Pause.of(BETWEEN_QUESTIONS, deadline);
        if (deadline.hasPassed()) {
            throw Purpose.MOVEMENT.unanswered(new IOException("job " + job + " has not come to its end"));
        }
        return link.job(job, encoder, deadline);
    }
}
