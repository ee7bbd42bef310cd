package org.keyhopper.app.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.station.Station;
import org.keyhopper.rehearsal.station.Pace;
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

    /** The cards loaded at first: enough for a short rehearsal with a paired reader; a longer one has the operator load more. */
    private static final int HOPPER = 8;

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
                RehearsalOptions options = RehearsalOptions.in(arguments);
                rehearsal = RehearsalStation.open(options.recipients(), connectors);
                rehearsal.setPace(options.pace());
                rehearsal.printerHands().loadNewCards(Math.min(options.recipients() + 1, HOPPER));
                LOG.info(
                        "The sandbox directory can be inspected and changed at {}",
                        rehearsal.sandbox().adminUrl());
            } catch (IOException e) {
                throw new StoreException("The rehearsal cannot be set up: " + e.getMessage(), e);
            }
        }
        return rehearsal.station();
    }

    @Override
    public synchronized Optional<RehearsalControls> controls() {
        return Optional.ofNullable(rehearsal).map(SimulatedDevices::new);
    }

    @Override
    @Deactivate
    public synchronized void close() {
        if (rehearsal == null) {
            return;
        }
        try {
            rehearsal.close();
        } catch (IOException e) {
            LOG.warn("The folder of the rehearsal cannot be deleted", e);
        } finally {
            rehearsal = null;
        }
    }

    private record SimulatedDevices(RehearsalStation rehearsal) implements RehearsalControls {

        private ReaderOperator hands() {
            return rehearsal.hands();
        }

        private PrinterOperator printer() {
            return rehearsal.printerHands();
        }

        @Override
        public void insertNewCard() {
            hands().insertNewCard();
        }

        @Override
        public void insertUsedCard() {
            hands().insertUsedCard();
        }

        @Override
        public void removeCard() {
            hands().takeOut();
        }

        @Override
        public void putBackCard() {
            hands().putBack();
        }

        @Override
        public void loadPrinter() {
            printer().loadNewCards(LOADED_AT_ONCE);
        }

        @Override
        public void loadFaultyCards() {
            printer().loadUsedCard();
            printer().loadDeadCard();
        }

        @Override
        public void jamNextCard() {
            printer().letTheNextCardJam();
        }

        @Override
        public void clearJam() {
            printer().clearJam();
        }

        @Override
        public boolean isRealistic() {
            return rehearsal.pace() == Pace.REALISTIC;
        }

        @Override
        public void setRealistic(boolean realistic) {
            rehearsal.setPace(realistic ? Pace.REALISTIC : Pace.FAST);
        }
    }
}
