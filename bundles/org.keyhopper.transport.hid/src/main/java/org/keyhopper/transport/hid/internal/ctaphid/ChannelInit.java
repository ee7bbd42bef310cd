package org.keyhopper.transport.hid.internal.ctaphid;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;

/**
 * CTAPHID_INIT: asks for a channel, or brings one that lost the thread back to its beginning. May be repeated at will: it
 * changes nothing on the device but which message it is in the middle of, and only that of the same channel.
 */
final class ChannelInit {

    private static final Duration PATIENCE = Duration.ofMillis(1000);

    private final CtapHidConnection wire;
    private final Duration pause;
    private final SecureRandom random = new SecureRandom();

    ChannelInit(CtapHidConnection wire, Duration pause) {
        this.wire = wire;
        this.pause = pause;
    }

    /** Asks for a channel of our own. */
    InitResponse introduce(Deadline deadline) throws ChannelException {
        wire.turnTo(CtapHidConnection.BROADCAST);
        InitResponse grant = ask(deadline);
        wire.turnTo(grant.channel());
        return grant;
    }

    /** Ends whatever the device still does for our channel, and drops what it may still answer to that. */
    InitResponse startOver(Deadline deadline) throws ChannelException {
        wire.turnTo(wire.channel());
        return ask(deadline);
    }

    private InitResponse ask(Deadline deadline) throws ChannelException {
        do {
            byte[] nonce = new byte[InitResponse.NONCE_LENGTH];
            random.nextBytes(nonce);
            wire.send(Command.INIT, nonce);
            Optional<InitResponse> grant = await(nonce, Deadline.in(PATIENCE));
            if (grant.isPresent()) {
                return grant.get();
            }
        } while (!deadline.hasPassed());
        throw new ChannelException(Problem.of(DeviceProblem.TIMEOUT).withDetail("no answer to CTAPHID_INIT"));
    }

    private Optional<InitResponse> await(byte[] nonce, Deadline end) throws ChannelException {
        while (!end.hasPassed()) {
            Optional<HidMessage> message = wire.receive(end.remaining());
            if (message.isPresent() && InitResponse.answers(message.get(), nonce)) {
                return Optional.of(InitResponse.in(message.get()));
            }
            if (message.isPresent() && message.get().is(Command.ERROR)) {
                Pause.rest(pause);
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
