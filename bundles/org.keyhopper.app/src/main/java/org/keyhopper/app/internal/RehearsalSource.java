package org.keyhopper.app.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.station.Station;
import org.keyhopper.rehearsal.station.Hands;
import org.keyhopper.rehearsal.station.RehearsalStation;
import org.keyhopper.ui.model.RehearsedHands;
import org.keyhopper.ui.model.StationSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/** A rehearsal with the connectors that are installed. */
@Component(service = StationSource.class, property = StationSource.MODE + "=" + StationSource.REHEARSAL)
public final class RehearsalSource implements StationSource {

    private final List<DirectoryConnector> connectors;
    private RehearsalStation rehearsal;

    @Activate
    public RehearsalSource(
            @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE) List<DirectoryConnector> connectors) {
        this.connectors = List.copyOf(connectors);
    }

    @Override
    public synchronized Station open(List<String> arguments) {
        if (rehearsal == null) {
            try {
                rehearsal = RehearsalStation.open(Recipients.in(arguments), connectors);
            } catch (IOException e) {
                throw new StoreException("The rehearsal cannot be set up: " + e.getMessage(), e);
            }
        }
        return rehearsal.station();
    }

    @Override
    public synchronized Optional<RehearsedHands> hands() {
        return Optional.ofNullable(rehearsal).map(open -> new CardHands(open.hands()));
    }

    @Deactivate
    synchronized void close() throws IOException {
        if (rehearsal != null) {
            rehearsal.close();
        }
    }

    private record CardHands(Hands hands) implements RehearsedHands {
        @Override
        public void putInNewCard() {
            hands.insertNewCard();
        }

        @Override
        public void putInUsedCard() {
            hands.insertUsedCard();
        }

        @Override
        public void takeOut() {
            hands.takeOut();
        }
    }
}
