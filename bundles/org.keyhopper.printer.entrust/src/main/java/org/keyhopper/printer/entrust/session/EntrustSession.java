package org.keyhopper.printer.entrust.session;

import java.io.IOException;
import java.time.Duration;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.printer.entrust.protocol.EntrustLink;
import org.keyhopper.printer.entrust.protocol.EntrustOptions;
import org.keyhopper.printer.entrust.protocol.EntrustProtocol;
import org.keyhopper.printer.entrust.status.EntrustStatus;
import org.keyhopper.printer.entrust.status.JobReply;
import org.keyhopper.printer.entrust.status.JobState;
import org.keyhopper.printer.support.CardPath;
import org.keyhopper.printer.support.Pause;
import org.keyhopper.printer.support.Purpose;

/**
 * One job of the driver: start, park, resume, end; or cancel, which rejects the card. If the card cannot be moved to
 * the encoder, the job is cancelled at once, as the vendor advises: its card, if it was fed, is rejected unchanged.
 */
public final class EntrustSession implements CardPath {

    /**
     * The interval of the vendor's samples, while waiting for a printer that is processing a card and for the end of a
     * job.
     */
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(2);

    private static final Duration MAX_WAIT_FOR_PRINTER = Duration.ofSeconds(30);
    private static final Duration MAX_WAIT_FOR_RESULT = Duration.ofSeconds(10);

    private final EntrustLink link;
    private final Encoder encoder;
    private final EntrustProtocol park;
    private final String hopper;
    private int job;
    private int error;
    private boolean parked;

    /** The card was sent out; the job may continue for a moment. */
    private boolean leaving;

    private boolean ended;

    public EntrustSession(EntrustLink link, EntrustOptions options, Encoder encoder) {
        this.link = link;
        this.encoder = encoder;
        this.park = options.side() == EntrustOptions.Side.FRONT ? EntrustProtocol.PARK : EntrustProtocol.PARK_BACK;
        this.hopper = options.hopper();
    }

    @Override
    public void bring(Encoder target, CardLocation from, Deadline deadline)
            throws PrinterException, InterruptedException {
        if (from == CardLocation.HOPPER) {
            endOldJob(deadline);
            ended = false;
            leaving = false;
            JobReply started = start(deadline);
            job = started.job();
            requireGood(started, deadline);
            if (job == 0) {
                // Without its number the job cannot be ended: an action with job 0 would cancel the jobs of all
                // programs.
                throw Purpose.MOVEMENT.unanswered(new IOException("job without a number"));
            }
        }
        requireGood(link.send(park, Purpose.MOVEMENT, deadline), deadline);
        parked = true;
    }

    @Override
    public void eject(Deadline deadline) throws PrinterException, InterruptedException {
        answerError(deadline);
        if (parked) {
            record(link.send(EntrustProtocol.resume(job, 0), Purpose.MOVEMENT, deadline));
            parked = false;
        }
        if (!ended && !(leaving && settled(deadline).isOver())) {
            leaving = true;
            record(link.send(EntrustProtocol.END_JOB, Purpose.MOVEMENT, deadline));
        }
        ended = true;
        JobState end = awaitEnd(deadline);
        if (end == JobState.FAILED || end == JobState.CANCELLED) {
            throw PrinterException.of(PrinterProblem.OTHER, end.word());
        }
    }

    @Override
    public void reject(String reason, Deadline deadline) throws PrinterException, InterruptedException {
        record(cancel(deadline));
        parked = false;
        ended = true;
        awaitEnd(deadline);
    }

    @Override
    public CardLocation locate(Deadline deadline) throws PrinterException, InterruptedException {
        if (job == 0) {
            return CardLocation.UNKNOWN;
        }
        JobState state = settled(deadline);
        if (state == JobState.NOT_AVAILABLE) {
            return CardLocation.UNKNOWN;
        }
        return state.isOver() ? CardLocation.HOPPER : encoderOrInside();
    }

    /** Returns the state of the job; after its card was sent out, waits for the final state. */
    private JobState settled(Deadline deadline) throws PrinterException, InterruptedException {
        Deadline failure = deadline.atMost(MAX_WAIT_FOR_RESULT);
        JobState state = link.state(job, deadline);
        while (leaving
                && !state.isOver()
                && !failure.hasPassed()
                && message(deadline).isGood()) {
            Pause.of(POLL_INTERVAL, failure);
            state = link.state(job, deadline);
        }
        return state;
    }

    private CardLocation encoderOrInside() {
        return parked ? CardLocation.at(encoder) : CardLocation.INSIDE;
    }

    /** A printer that is processing a card refuses a new job; nothing was started then. */
    private JobReply start(Deadline deadline) throws PrinterException, InterruptedException {
        EntrustProtocol request = EntrustProtocol.startJob(hopper);
        Deadline free = deadline.atMost(MAX_WAIT_FOR_PRINTER);
        JobReply reply = link.send(request, Purpose.MOVEMENT, deadline);
        while (reply.error() == EntrustStatus.PROCESSING) {
            Pause.of(POLL_INTERVAL, free);
            if (free.hasPassed()) {
                throw EntrustStatus.failure(reply);
            }
            reply = link.send(request, Purpose.MOVEMENT, deadline);
        }
        return reply;
    }

    /** Cancels the job that an error has stopped, with the job number and error code of the message. */
    private void requireGood(JobReply reply, Deadline deadline) throws PrinterException, InterruptedException {
        if (reply.isGood()) {
            return;
        }
        error = reply.error();
        job = reply.job() == 0 ? job : reply.job();
        if (job != 0) {
            cancel(deadline);
        }
        throw EntrustStatus.failure(reply);
    }

    /** Cancels a job that could not be cancelled when its card did not arrive, such as after a jam. */
    private void endOldJob(Deadline deadline) throws PrinterException, InterruptedException {
        if (job != 0 && !settled(deadline).isOver()) {
            error = message(deadline).error();
            JobReply cancelled = cancel(deadline);
            if (!cancelled.isGood()) {
                throw EntrustStatus.failure(cancelled);
            }
        }
        job = 0;
        error = 0;
    }

    private JobReply cancel(Deadline deadline) throws PrinterException, InterruptedException {
        leaving = true;
        return link.send(EntrustProtocol.cancel(job, error), Purpose.MOVEMENT, deadline);
    }

    private void record(JobReply reply) throws PrinterException {
        error = reply.isGood() ? 0 : reply.error();
        if (error != 0) {
            throw EntrustStatus.failure(reply);
        }
    }

    /** The error that stopped the job may have been cleared at the printer; only the current one is answered. */
    private void answerError(Deadline deadline) throws PrinterException, InterruptedException {
        if (error != 0) {
            if (message(deadline).error() == error) {
                link.send(EntrustProtocol.resume(job, error), Purpose.MOVEMENT, deadline);
            }
            error = 0;
        }
    }

    /** Returns the driver's message about this job; a message about another job counts as none. */
    private JobReply message(Deadline deadline) throws PrinterException, InterruptedException {
        JobReply message = link.send(EntrustProtocol.MESSAGES, Purpose.QUERY, deadline);
        boolean ours = message.job() == 0 || message.job() == job;
        return ours ? message : JobReply.NONE;
    }

    private JobState awaitEnd(Deadline deadline) throws PrinterException, InterruptedException {
        try {
            Deadline failure = deadline.atMost(MAX_WAIT_FOR_RESULT);
            JobState state = link.state(job, deadline);
            while (!state.isOver()) {
                boolean lost = state == JobState.NOT_AVAILABLE && failure.hasPassed();
                if (lost || deadline.hasPassed()) {
                    throw Purpose.MOVEMENT.unanswered(new IOException("job " + job + " is " + state.word()));
                }
                record(message(deadline));
                Pause.of(POLL_INTERVAL, deadline);
                state = link.state(job, deadline);
            }
            return state;
        } catch (PrinterException e) {
            throw e.problem().is(PrinterProblem.NO_ANSWER) ? Purpose.MOVEMENT.unanswered(e) : e;
        }
    }
}
