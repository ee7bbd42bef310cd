package org.keyhopper.rehearsal.printer;

import java.time.Duration;
import java.util.Map;
import org.keyhopper.api.printer.Station;

/**
 * How a machine is built.
 *
 * @param stations the stations it has, and the readers behind them
 * @param trayCapacity how many cards each tray holds
 * @param rejectTray whether there is one
 * @param movement how long every movement takes
 */
public record MachineOptions(
        Map<Station, StationReader> stations, int trayCapacity, Tray rejectTray, Duration movement) {

    /** Whether a tray is built in. */
    public enum Tray {
        BUILT_IN,
        MISSING
    }

    private static final int USUAL_CAPACITY = 100;

    public MachineOptions {
        stations = Map.copyOf(stations);
    }

    /** Returns both stations with nobody looking, a reject tray, and movements that take no time. */
    public static MachineOptions quick() {
        return new MachineOptions(
                Map.of(Station.CONTACT, StationReader.none(), Station.CONTACTLESS, StationReader.none()),
                USUAL_CAPACITY,
                Tray.BUILT_IN,
                Duration.ZERO);
    }

    public MachineOptions with(Map<Station, StationReader> others) {
        return new MachineOptions(others, trayCapacity, rejectTray, movement);
    }

    public MachineOptions withoutRejectTray() {
        return new MachineOptions(stations, trayCapacity, Tray.MISSING, movement);
    }

    public MachineOptions taking(Duration time) {
        return new MachineOptions(stations, trayCapacity, rejectTray, time);
    }
}
