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

/** The replies of one channel, taken by its worker. */
final class Waiting {

    /** The helper keeps the deadline itself; its answer is a little later. */
    private static final Duration LATENESS = Duration.ofSeconds(5);

    private static final long BETWEEN_LOOKS_MS = 20;

    private final BlockingQueue<Reply.OfChannel> replies = new LinkedBlockingQueue<>();

    /** Hears what goes on while an answer is awaited, on the worker. */
    interface Meanwhile {

        /** Nobody wants to hear. */
        Meanwhile NOTHING = new Meanwhile() {};

        default void alive(KeepAlive state) {
            // Most calls are not answered in stages.
        }

        /** Called every few milliseconds. */
        default void look(boolean interrupted) {
            // Most calls cannot be cancelled.
        }
    }

    void add(Reply.OfChannel reply) {
        replies.add(reply);
    }

    /** Returns the answer; whatever interrupts come, they are kept for later. */
    Reply answer(Deadline deadline, Meanwhile meanwhile) throws ChannelException {
        Deadline end = Deadline.in(deadline.remaining().plus(LATENESS));
        boolean interrupted = false;
        try {
            while (!end.hasPassed()) {
                meanwhile.look(interrupted);
                try {
                    Optional<Reply> answer = next(meanwhile);
                    if (answer.isPresent()) {
                        return answer.get();
                    }
                } catch (InterruptedException stop) {
                    interrupted = true;
                }
            }
            throw new ChannelException(Problem.of(DeviceProblem.TIMEOUT).withDetail("the helper does not answer"));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Optional<Reply> next(Meanwhile meanwhile) throws ChannelException, InterruptedException {
        Reply.OfChannel reply = replies.poll(BETWEEN_LOOKS_MS, TimeUnit.MILLISECONDS);
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
