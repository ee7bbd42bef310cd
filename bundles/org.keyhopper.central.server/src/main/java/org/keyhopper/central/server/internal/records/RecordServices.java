package org.keyhopper.central.server.internal.records;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import org.keyhopper.central.Central;
import org.keyhopper.central.escrow.Escrow;
import org.keyhopper.central.licence.Licensing;
import org.keyhopper.central.pickup.PickUpKey;
import org.keyhopper.central.server.internal.audit.AuditTrailOutlets;
import org.keyhopper.central.server.internal.config.RecordSettings;
import org.keyhopper.central.server.internal.escrow.CmsSealedPins;
import org.keyhopper.central.server.internal.licence.SignedLicence;
import org.keyhopper.central.server.internal.outgoing.AddressRule;
import org.keyhopper.central.server.internal.outgoing.OutgoingGuard;
import org.keyhopper.central.server.internal.outgoing.OutgoingSockets;
import org.keyhopper.store.CentralDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services around what Central keeps, as they run. */
public final class RecordServices implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(RecordServices.class);

    private final OutgoingGuard outgoing;
    private final AuditTrailOutlets audit;
    private final Escrow escrow;
    private final Licensing licensing;
    private final Maintenance maintenance;

    private RecordServices(
            OutgoingGuard outgoing,
            AuditTrailOutlets audit,
            Escrow escrow,
            Licensing licensing,
            Maintenance maintenance) {
        this.outgoing = outgoing;
        this.audit = audit;
        this.escrow = escrow;
        this.licensing = licensing;
        this.maintenance = maintenance;
    }

    /** Starts them. From here on, HTTP clients of this process connect only where the settings permit. */
    public static RecordServices start(CentralDatabase database, Central central, RecordSettings settings)
            throws IOException, GeneralSecurityException {
        return start(database, central, settings, Optional.empty());
    }

    /** Starts them, with copies of PINs that people pick up if there is a key for them. */
    public static RecordServices start(
            CentralDatabase database, Central central, RecordSettings settings, Optional<PickUpKey> pickUp)
            throws IOException, GeneralSecurityException {
        Optional<X509Certificate> certificate = Optional.empty();
        if (settings.escrowCertificate().isPresent()) {
            certificate =
                    Optional.of(CmsSealedPins.read(settings.escrowCertificate().get()));
        }
        Escrow escrow = central.escrow(new CmsSealedPins(certificate, Clock.systemUTC()), pickUp);
        OutgoingGuard outgoing = OutgoingGuard.install(new AddressRule(settings.allowedHosts()));
        AuditTrailOutlets audit = AuditTrailOutlets.start(database, settings.audit(), outgoing.sockets());
        Licensing licensing = central.licensing(SignedLicence.of(settings.licence()));
        Maintenance maintenance = new Maintenance(central, licensing, settings.retention());
        maintenance.start();
        return new RecordServices(outgoing, audit, escrow, licensing, maintenance);
    }

    public Licensing licensing() {
        return licensing;
    }

    public AuditTrailOutlets audit() {
        return audit;
    }

    /** Returns the rule for connections without HTTP. */
    public OutgoingSockets sockets() {
        return outgoing.sockets();
    }

    public Escrow escrow() {
        return escrow;
    }

    @Override
    public void close() {
        maintenance.close();
        audit.close();
        try {
            outgoing.close();
        } catch (IOException e) {
            LOGGER.warn("The rule for outgoing addresses was not ended properly", e);
        }
    }
}
