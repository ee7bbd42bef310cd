package org.keyhopper.rehearsal.fido;

import java.util.ArrayList;
import java.util.List;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.rehearsal.authenticator.SoftwareAuthenticator;
import org.keyhopper.rehearsal.authenticator.model.Interaction;
import org.keyhopper.rehearsal.authenticator.model.Personalities;
import org.keyhopper.rehearsal.authenticator.model.UserPresence;

/** A channel to a software authenticator that records the messages. */
public final class SoftwareChannel implements FidoChannel {

    final SoftwareAuthenticator device;
    final List<String> commands = new ArrayList<>();
    final List<String> outsideHolds = new ArrayList<>();
    UserPresence.Answer touch = UserPresence.Answer.PRESENT;
    boolean busy;
    private boolean held;
    private String lostAt = "";
    private boolean lostBeforeDelivery;

    public SoftwareChannel(String traits) {
        device = SoftwareAuthenticator.fresh(Personalities.parse(traits));
    }

    /** The link breaks at this command, either after or before its execution. */
    void loseAt(String command, boolean beforeDelivery) {
        lostAt = command;
        lostBeforeDelivery = beforeDelivery;
    }

    @Override
    public byte[] exchange(byte[] message, ExchangeControl control) throws ChannelException {
        String name = name(message);
        commands.add(name);
        if (!held) {
            outsideHolds.add(name);
        }
        if (name.equals(lostAt) && lostBeforeDelivery) {
            throw gone();
        }
        byte[] answer = device.handle(message, interaction(control));
        if (name.equals(lostAt)) {
            throw gone();
        }
        return answer;
    }

    private Interaction interaction(ExchangeControl control) {
        return new Interaction(
                () -> {
                    control.keepAlive().accept(KeepAlive.TOUCH_NEEDED);
                    return touch;
                },
                status -> control.keepAlive().accept(status == 2 ? KeepAlive.TOUCH_NEEDED : KeepAlive.PROCESSING),
                control.cancel()::isCancelled);
    }

    private static ChannelException gone() {
        return new ChannelException(Problem.of(DeviceProblem.GONE));
    }

    /** Names a command by its byte, clientPIN also by its subcommand. */
    private static String name(byte[] message) {
        return message[0] == 6 ? "06/%02X".formatted(message[5]) : "%02X".formatted(message[0]);
    }

    @Override
    public Hold beginExclusive(Deadline deadline) throws ChannelException {
        if (busy || held) {
            throw new ChannelException(Problem.of(DeviceProblem.BUSY));
        }
        held = true;
        return () -> held = false;
    }

    boolean isHeld() {
        return held;
    }

    @Override
    public boolean powerCycle(Deadline deadline) {
        device.powerUp();
        return true;
    }

    @Override
    public boolean wink() {
        return false;
    }

    @Override
    public void close() {}
}
