package org.keyhopper.transport.helper.internal.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.transport.helper.internal.wire.Reply;

/** The replies of one channel, received by its worker thread. */
final class PendingReplies {

    /** The helper enforces the deadline itself; its reply arrives slightly later. */
    private static final Duration REPLY_DELAY = Duration.ofSeconds(5);

    private static final long POLL_INTERVAL_MS = 20;

    private final BlockingQueue<Reply.OfChannel> replies = new LinkedBlockingQueue<>();

    /** Called on the worker thread while a reply is pending. */
    interface Progress {

        /** Does nothing. */
        Progress NOTHING = new Progress() {};

        default void alive(KeepAlive state) {
            // Most calls have no keep-alives.
        }

        /** Called every few milliseconds. */
        default void poll(boolean interrupted) {
            // Most calls cannot be cancelled.
        }
    }

    void add(Reply.OfChannel reply) {
        replies.add(reply);
    }

    /** Returns the reply. Interrupts are deferred. */
    Reply answer(Deadline deadline, Progress meanwhile) throws ChannelException {
        Deadline end = Deadline.in(deadline.remaining().plus(REPLY_DELAY));
        boolean interrupted = false;
        try {
            while (!end.hasPassed()) {
                meanwhile.poll(interrupted);
                try {
                    Optional<Reply> answer = next(meanwhile);
                    if (answer.isPresent()) {
                        return answer.get();
                    }
                } catch (InterruptedException stop) {
                    interrupted = true;
                }
            }
            throw new ChannelException(Problem.of(DeviceProblem.TIMEOUT).withDetail("no reply from the helper"));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Optional<Reply> next(Progress meanwhile) throws ChannelException, InterruptedException {
        Reply.OfChannel reply = replies.poll(POLL_INTERVAL_MS, TimeUnit.MILLISECONDS);
        return switch (reply) {
            case null -> Optional.empty();
            case Reply.Alive alive -> {
                meanwhile.alive(alive.state());
                yield Optional.empty();
            }
            case Reply.Failed failed -> throw new ChannelException(failed.problem());
            case Reply.Answered answered -> Optional.of(answered);
            case Reply.Done done -> Optional.of(done);
        };
    }
}
