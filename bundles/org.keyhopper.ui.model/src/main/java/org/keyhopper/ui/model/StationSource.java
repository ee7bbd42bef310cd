package org.keyhopper.ui.model;

import java.util.List;
import java.util.Optional;
import org.keyhopper.core.station.Station;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Provides the station to the user interface. An OSGi service with the property {@value #MODE}: {@code live} or
 * {@code rehearsal}; the program arguments select one.
 */
@ConsumerType
public interface StationSource {

    /** The service property that distinguishes the sources. */
    String MODE = "mode";

    /** The mode of the real station. */
    String LIVE = "live";

    /** The mode of a station with simulated devices and a simulated directory. */
    String REHEARSAL = "rehearsal";

    /**
     * Opens the station, unless it is open; blocking, on a worker thread.
     *
     * @param arguments of the program after {@code rehearse}, such as {@code --recipients 5}; empty when live
     */
    Station open(List<String> arguments);

    /** Closes a rehearsal and deletes what it has stored; blocking. A real station stays open. */
    default void close() {}

    /** Returns the controls of the simulated devices once the station is open; empty for real devices. */
    default Optional<RehearsalControls> controls() {
        return Optional.empty();
    }
}
