package org.keyhopper.app.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.station.Station;
import org.keyhopper.rehearsal.station.PrinterOperator;
import org.keyhopper.rehearsal.station.ReaderOperator;
import org.keyhopper.rehearsal.station.RehearsalStation;
import org.keyhopper.ui.model.RehearsalControls;
import org.keyhopper.ui.model.StationSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Provides a rehearsal with the installed connectors. */
@Component(service = StationSource.class, property = StationSource.MODE + "=" + StationSource.REHEARSAL)
public final class RehearsalStationSource implements StationSource {

    private static final Logger LOG = LoggerFactory.getLogger(RehearsalStationSource.class);
    private static final int LOADED_AT_ONCE = 10;

    private final List<DirectoryConnector> connectors;
    private RehearsalStation rehearsal;

    @Activate
    public RehearsalStationSource(
            @Reference(cardinality = ReferenceCardinality.AT_LEAST_ONE) List<DirectoryConnector> connectors) {
        this.connectors = List.copyOf(connectors);
    }

    @Override
    public synchronized Station open(List<String> arguments) {
        if (rehearsal == null) {
            try {
                int people = RecipientsOption.in(arguments);
                rehearsal = RehearsalStation.open(people, connectors);
                load(rehearsal.printerHands(), people);
                LOG.info(
                        "The sandbox directory can be inspected and changed at {}",
                        rehearsal.sandbox().adminUrl());
            } catch (IOException e) {
                throw new StoreException("The rehearsal cannot be set up: " + e.getMessage(), e);
            }
        }
        return rehearsal.station();
    }

    /**
     * Loads half of the required cards, one of them already assigned, so that the operator has something to resolve.
     */
    private static void load(PrinterOperator printer, int people) {
        printer.loadNewCards(2);
        printer.loadUsedCard();
        printer.loadNewCards(Math.max(0, people / 2 - 2));
    }

    @Override
    public synchronized Optional<RehearsalControls> controls() {
        return Optional.ofNullable(rehearsal).map(open -> new SimulatedDevices(open.hands(), open.printerHands()));
    }

    @Deactivate
    synchronized void close() throws IOException {
        if (rehearsal != null) {
            rehearsal.close();
        }
    }

    private record SimulatedDevices(ReaderOperator hands, PrinterOperator printer) implements RehearsalControls {
        @Override
        public void insertNewCard() {
            hands.insertNewCard();
        }

        @Override
        public void insertUsedCard() {
            hands.insertUsedCard();
        }

        @Override
        public void removeCard() {
            hands.takeOut();
        }

        @Override
        public void loadPrinter() {
            printer.loadNewCards(LOADED_AT_ONCE);
        }

        @Override
        public void jamNextCard() {
            printer.letTheNextCardJam();
        }

        @Override
        public void clearJam() {
            printer.clearJam();
        }
    }
}
