package org.keyhopper.transport.hid.internal.ctaphid;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;

/**
 * CTAPHID_INIT (CTAP 2.2 section 11.2.9.1.3): allocates a channel, or resynchronises an existing one. Idempotent: it
 * only aborts the current transaction of the same channel.
 */
final class ChannelInit {

    private static final Duration RESPONSE_TIMEOUT = Duration.ofMillis(1000);

    private final CtapHidConnection connection;
    private final Duration pause;
    private final SecureRandom random = new SecureRandom();

    ChannelInit(CtapHidConnection connection, Duration pause) {
        this.connection = connection;
        this.pause = pause;
    }

    /** Allocates a new channel. */
    InitResponse allocate(Deadline deadline) throws ChannelException {
        connection.switchTo(CtapHidConnection.BROADCAST);
        InitResponse response = request(deadline);
        connection.switchTo(response.channel());
        return response;
    }

    /** Aborts the current transaction of our channel, and discards its response. */
    InitResponse resynchronise(Deadline deadline) throws ChannelException {
        connection.switchTo(connection.channel());
        return request(deadline);
    }

    private InitResponse request(Deadline deadline) throws ChannelException {
        do {
            byte[] nonce = new byte[InitResponse.NONCE_LENGTH];
            random.nextBytes(nonce);
            connection.send(Command.INIT, nonce);
            Optional<InitResponse> response = await(nonce, Deadline.in(RESPONSE_TIMEOUT));
            if (response.isPresent()) {
                return response.get();
            }
        } while (!deadline.hasPassed());
        throw new ChannelException(Problem.of(DeviceProblem.TIMEOUT).withDetail("no answer to CTAPHID_INIT"));
    }

    private Optional<InitResponse> await(byte[] nonce, Deadline end) throws ChannelException {
        while (!end.hasPassed()) {
            Optional<HidMessage> message = connection.receive(end.remaining());
            if (message.isPresent() && InitResponse.answers(message.get(), nonce)) {
                return Optional.of(InitResponse.in(message.get()));
            }
            if (message.isPresent() && message.get().is(Command.ERROR)) {
                Pause.sleep(pause);
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
