package org.keyhopper.rehearsal.printer;

import java.time.Duration;
import java.util.Map;
import org.keyhopper.api.printer.Encoder;

/**
 * How a machine is built.
 *
 * @param encoders the encoders it has, and the readers behind them
 * @param trayCapacity how many cards each tray holds
 * @param rejectTray whether there is one
 * @param movement how long every movement takes
 */
public record MachineOptions(
        Map<Encoder, StationReader> encoders, int trayCapacity, Tray rejectTray, Duration movement) {

    /** Whether a tray is built in. */
    public enum Tray {
        BUILT_IN,
        MISSING
    }

    private static final int USUAL_CAPACITY = 100;

    public MachineOptions {
        encoders = Map.copyOf(encoders);
    }

    /** Returns both encoders with nobody looking, a reject tray, and movements that take no time. */
    public static MachineOptions quick() {
        return new MachineOptions(
                Map.of(Encoder.CONTACT, StationReader.none(), Encoder.CONTACTLESS, StationReader.none()),
                USUAL_CAPACITY,
                Tray.BUILT_IN,
                Duration.ZERO);
    }

    public MachineOptions with(Map<Encoder, StationReader> others) {
        return new MachineOptions(others, trayCapacity, rejectTray, movement);
    }

    public MachineOptions withoutRejectTray() {
        return new MachineOptions(encoders, trayCapacity, Tray.MISSING, movement);
    }

    public MachineOptions taking(Duration time) {
        return new MachineOptions(encoders, trayCapacity, rejectTray, time);
    }
}
