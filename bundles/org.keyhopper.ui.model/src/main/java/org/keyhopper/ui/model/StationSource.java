package org.keyhopper.ui.model;

import java.util.List;
import java.util.Optional;
import org.keyhopper.core.station.Station;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Where the desk gets its station from. An OSGi service with the property {@value #MODE}: {@code live} or
 * {@code rehearsal}; the arguments of the program decide which one is taken.
 */
@ConsumerType
public interface StationSource {

    /** The service property that tells the sources apart. */
    String MODE = "mode";

    /** The mode of the real station. */
    String LIVE = "live";

    /** The mode of a station made of simulated devices and a simulated directory. */
    String REHEARSAL = "rehearsal";

    /**
     * Opens the station; blocking, called once per start on a worker thread. The first call decides.
     *
     * @param arguments of the program after {@code rehearse}, such as {@code --recipients 5}; empty when live
     */
    Station open(List<String> arguments);

    /** Returns the hands for a rehearsal's cards, once it is open; empty where real ones do it. */
    default Optional<RehearsalControls> hands() {
        return Optional.empty();
    }
}
