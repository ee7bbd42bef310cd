package org.keyhopper.app.internal;

import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.station.Station;
import org.keyhopper.ui.model.RehearsalControls;
import org.keyhopper.ui.model.StationSource;
import org.osgi.framework.BundleContext;

/** A station source of the service registry that is activated only when it is used. Any thread. */
final class DeferredSource implements StationSource {

    private final BundleContext context;
    private final String mode;
    private volatile Optional<StationSource> found = Optional.empty();

    DeferredSource(BundleContext context, String mode) {
        this.context = context;
        this.mode = mode;
    }

    @Override
    public Station open(List<String> arguments) {
        try {
            found = StationLookup.find(context, mode);
            return found.orElseThrow(() -> new StoreException("The service of the " + mode + " station is missing."))
                    .open(arguments);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("Opening the " + mode + " station was interrupted.", e);
        }
    }

    @Override
    public void close() {
        found.ifPresent(StationSource::close);
    }

    @Override
    public Optional<RehearsalControls> controls() {
        return found.flatMap(StationSource::controls);
    }
}
