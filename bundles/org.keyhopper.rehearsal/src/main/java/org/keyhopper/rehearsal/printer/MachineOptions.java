package org.keyhopper.rehearsal.printer;

import java.time.Duration;
import java.util.Map;
import org.keyhopper.api.printer.Encoder;

/**
 * The equipment of a machine.
 *
 * @param encoders the encoders with their readers
 * @param trayCapacity the capacity of each tray in cards
 * @param rejectTray whether there is one
 * @param movement the duration of every movement
 * @param firstSerial the number of the first card that is loaded; the others follow
 */
public record MachineOptions(
        Map<Encoder, EncoderReader> encoders, int trayCapacity, Tray rejectTray, Duration movement, int firstSerial) {

    /** Whether a tray exists. */
    public enum Tray {
        BUILT_IN,
        MISSING
    }

    private static final int USUAL_CAPACITY = 100;

    public MachineOptions {
        encoders = Map.copyOf(encoders);
    }

    public MachineOptions(Map<Encoder, EncoderReader> encoders, int trayCapacity, Tray rejectTray, Duration movement) {
        this(encoders, trayCapacity, rejectTray, movement, 1);
    }

    /** Returns both encoders without readers, a reject tray, and movements without duration. */
    public static MachineOptions quick() {
        return new MachineOptions(
                Map.of(Encoder.CONTACT, EncoderReader.none(), Encoder.CONTACTLESS, EncoderReader.none()),
                USUAL_CAPACITY,
                Tray.BUILT_IN,
                Duration.ZERO);
    }

    public MachineOptions with(Map<Encoder, EncoderReader> others) {
        return new MachineOptions(others, trayCapacity, rejectTray, movement, firstSerial);
    }

    public MachineOptions withoutRejectTray() {
        return new MachineOptions(encoders, trayCapacity, Tray.MISSING, movement, firstSerial);
    }

    public MachineOptions taking(Duration time) {
        return new MachineOptions(encoders, trayCapacity, rejectTray, time, firstSerial);
    }

    public MachineOptions numbering(int first) {
        return new MachineOptions(encoders, trayCapacity, rejectTray, movement, first);
    }
}
