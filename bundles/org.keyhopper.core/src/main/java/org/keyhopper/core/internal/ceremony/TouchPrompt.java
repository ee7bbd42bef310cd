package org.keyhopper.core.internal.ceremony;

import java.time.Duration;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.core.internal.device.UserPresenceControl;

/**
 * Has the operator touch the device while a message waits for that. Many devices in readers do not say that they wait
 * (NFCCTAP_GETRESPONSE, CTAP 2.2 section 11.3.5.2, is optional): where one with a button, or any, stays silent for longer than
 * its work takes, the touch is asked for all the same.
 */
final class TouchPrompt implements AutoCloseable {

    /** How long most devices wait for it. */
    private static final Duration TOUCH = Duration.ofSeconds(30);

    /** What waits after this time has a button, or is slow. */
    private static final Silence USUAL = new Silence(Duration.ofSeconds(1), Duration.ofSeconds(5));

    /**
     * Silence after which a touch is asked for.
     *
     * @param withButton of a device that is known to have a button or sensor
     * @param other of another one
     */
    record Silence(Duration withButton, Duration other) {}

    private final CeremonyState state;
    private final ExchangeControl control;
    private final Thread timer;

    /** Guarded by this, as what follows. */
    private boolean asked;

    private boolean over;

    static TouchPrompt at(CeremonyState state) {
        return new TouchPrompt(state, USUAL);
    }

    TouchPrompt(CeremonyState state, Silence silence) {
        this.state = state;
        control = UserPresenceControl.forTouch(state.stop, this::instruct);
        Duration pause = hasButton(state) ? silence.withButton() : silence.other();
        timer = Thread.ofVirtual().name("silence of a device").unstarted(() -> askAfter(pause));
        if (state.tools.reinsertion().isPresent()) {
            timer.start();
        }
    }

    private static boolean hasButton(CeremonyState state) {
        boolean isUsedOverUsb = state.info().transports().contains("usb");
        return state.isKey() || (isUsedOverUsb && state.device().link().kind() == DeviceKind.CONTACT_CARD);
    }

    /** Returns what to send the message under. */
    ExchangeControl control() {
        return control;
    }

    /** Returns whether the operator was asked to touch the device. */
    synchronized boolean hasAsked() {
        return asked;
    }

    private void askAfter(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        synchronized (this) {
            if (!over && !asked) {
                instruct(new Instruction.Touch(TOUCH));
                state.stop.ends(control.cancel());
            }
        }
    }

    private synchronized void instruct(Instruction instruction) {
        if (!over) {
            asked = true;
            state.instruct(instruction);
        }
    }

    /** The message has been answered: nothing is asked for any more. */
    @Override
    public synchronized void close() {
        over = true;
        timer.interrupt();
    }
}
