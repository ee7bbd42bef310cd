package org.keyhopper.app.internal;

import java.util.List;
import org.keyhopper.core.station.Station;
import org.keyhopper.ui.model.StationSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Provides the real station from the service registry. */
@Component(service = StationSource.class, property = StationSource.MODE + "=" + StationSource.LIVE)
public final class LiveStationSource implements StationSource {

    private final Station station;

    @Activate
    public LiveStationSource(@Reference Station station) {
        this.station = station;
    }

    @Override
    public Station open(List<String> arguments) {
        return station;
    }
}
