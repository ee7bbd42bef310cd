package org.keyhopper.transport.pcsc.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.transport.support.MonitoringTransport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** The transport to cards in PC/SC readers, contact and contactless. */
@Component(service = TransportProvider.class)
public final class PcscTransport extends MonitoringTransport<PcscMonitor> {

    private static final String ID = "pcsc";

    private final PcscSystem pcsc = new PcscSystem();
    private final AtrProbe atrs = new AtrProbe(pcsc);
    private final CardTraitsCache traits = new CardTraitsCache();
    private final AtomicLong arrivals = new AtomicLong();
    private final TimedCard.Connector connector;

    @Activate
    public PcscTransport() {
        this(UnaryOperator.identity());
    }

    /** Passes every connection to a card through the decorator. */
    PcscTransport(UnaryOperator<CardHandle> decorator) {
        connector = reader -> decorator.apply(pcsc.connect(reader));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    protected PcscMonitor monitor(TransportListener listener) {
        return new PcscMonitor(pcsc, this::arrivalIn, this::linkTo, listener);
    }

    @Deactivate
    void deactivate() {
        closeWatches();
    }

    private Insertion arrivalIn(String reader) {
        return new Insertion(new LinkId(ID, reader, arrivals.incrementAndGet()), atrs.atrIn(reader));
    }

    private DeviceLink linkTo(Insertion insertion) {
        LinkDescription description = new LinkDescription(
                insertion.id(),
                ReaderFacts.kind(insertion.reader(), insertion.atr()),
                insertion.reader(),
                Optional.empty(),
                insertion.atr());
        return new PcscLink(description, insertion, connector, traits);
    }
}
