package org.keyhopper.printer.sdk.session;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.sdk.protocol.CompanionLink;
import org.keyhopper.printer.sdk.protocol.ZebraLink;
import org.keyhopper.printer.sdk.status.JobReport;
import org.keyhopper.printer.sdk.status.ZebraStatus;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.Pause;
import org.keyhopper.printer.support.Purpose;

/**
 * One encoding job: it feeds a card, moves it to the encoder and waits; resuming ejects the card, cancelling rejects
 * it. An alarm keeps the job active: it continues when the operator has removed the cause, and is cancelled if the
 * session ends before. An error ends the job at once.
 */
public final class ZebraSession implements CardPath {

    /**
     * According to the vendor's documentation, a card that is still being fed after this time will not arrive. The
     * vendor's samples wait for 60 seconds.
     */
    private static final Duration FEED_TIMEOUT = Duration.ofSeconds(30);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(250);
    private static final Duration ALARM_CLEAR_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration CANCEL_TIMEOUT = Duration.ofSeconds(20);

    private final ZebraLink link;
    private final Encoder encoder;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private int job;
    private int alarm;
    private boolean ejecting;

    /** The reason why the job ended with its card on the way out; the card has to be removed by hand. */
    private PrinterException failure;

    public ZebraSession(ZebraLink link, Encoder encoder) {
        this(link, encoder, InstantSource.system(), Pause::of);
    }

    public ZebraSession(ZebraLink link, Encoder encoder, InstantSource clock, Sleeper sleeper) {
        this.link = link;
        this.encoder = encoder;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Sleeps; replaced in tests. */
    @FunctionalInterface
    public interface Sleeper {
        void pause(Duration time, Deadline deadline) throws InterruptedException;
    }

    @Override
    public void bring(Encoder target, CardLocation from, Deadline deadline)
            throws PrinterException, InterruptedException {
        if (job == 0) {
            requireClear(deadline);
            job = link.start(target, deadline);
        }
        Instant fed = clock.instant().plus(FEED_TIMEOUT);
        Deadline cleared = deadline.atMost(ALARM_CLEAR_TIMEOUT);
        JobReport report = link.job(job, encoder, deadline);
        while (report.state() != JobReport.State.AT_STATION) {
            requireBeingFed(report, cleared, deadline);
            if (report.state() == JobReport.State.FEEDING && !clock.instant().isBefore(fed)) {
                cancelFailedFeed(deadline);
                throw PrinterException.of(PrinterProblem.FEED_FAILED);
            }
            report = next(deadline);
        }
        alarm = 0;
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException, InterruptedException {
        if (!ejecting) {
            link.command(CompanionLink.request("resume"), deadline);
            ejecting = true;
        }
        JobReport end = awaitEnd(deadline);
        if (end.state() != JobReport.State.DONE) {
            failure = ZebraStatus.cancelled(end);
            throw failure;
        }
    }

    @Override
    public void reject(String reason, Deadline deadline) throws PrinterException, InterruptedException {
        if (!ejecting) {
            cancel(deadline);
            ejecting = true;
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
            // The SDK throws if it has discarded the job.
            if (CompanionLink.isThrown(e) && !CompanionLink.isConnection(e)) {
                return CardLocation.UNKNOWN;
            }
            throw e;
        }
    }

    /** A job still waiting for cards would otherwise feed one later. */
    @Override
    public void end() throws PrinterException, InterruptedException {
        if (job != 0 && alarm != 0 && !ejecting) {
            cancelFailedFeed(Deadline.in(CANCEL_TIMEOUT));
        }
    }

    /** Checks only what prevents a new job; the result of an old one is irrelevant. */
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

    private void requireBeingFed(JobReport report, Deadline cleared, Deadline deadline)
            throws PrinterException, InterruptedException {
        switch (report.state()) {
            case ALARM -> {
                // A known alarm takes a moment to clear after its cause was removed.
                if (report.alarm() != alarm || cleared.hasPassed()) {
                    alarm = report.alarm();
                    throw ZebraStatus.alarm(report.alarm(), report.text());
                }
            }
            case ERROR -> {
                cancelFailedFeed(deadline);
                throw ZebraStatus.error(report.error(), report.text());
            }
            case DONE, FAILED, CANCELLED -> {
                job = 0;
                throw ZebraStatus.cancelled(report);
            }
            default -> {
                // The card is being fed.
            }
        }
    }

    /** Cancels a job that did not feed its card. */
    private void cancelFailedFeed(Deadline deadline) throws PrinterException, InterruptedException {
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
        Deadline end = deadline.atMost(CANCEL_TIMEOUT);
        while (!link.job(job, encoder, deadline).state().isOver() && !end.hasPassed()) {
            Pause.of(POLL_INTERVAL, end);
        }
    }

    private JobReport awaitEnd(Deadline deadline) throws PrinterException, InterruptedException {
        if (failure != null) {
            throw failure;
        }
        Deadline cleared = deadline.atMost(ALARM_CLEAR_TIMEOUT);
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
        sleeper.pause(POLL_INTERVAL, deadline);
        if (deadline.hasPassed()) {
            throw Purpose.MOVEMENT.unanswered(new IOException("job " + job + " has not ended"));
        }
        return link.job(job, encoder, deadline);
    }
}
