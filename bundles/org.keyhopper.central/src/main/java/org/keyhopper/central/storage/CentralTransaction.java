package org.keyhopper.central.storage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/** What one transaction reads and writes. Valid until it ends. */
public interface CentralTransaction {

    /** Returns the time by the clock of the database. */
    Instant now();

    EnrolmentTable enrolments();

    UnclearTable unclear();

    StationTable stations();

    StationReportTable stationReports();

    AuditTable audit();

    EscrowTable escrow();

    PickUpTable pickUps();

    PersonTable people();

    RetentionTable retention();

    AuditCursorTable cursors();

    NameTable names();

    ReplayTable replays();

    OperatorTable operators();

    SessionTable sessions();

    StationSignInTable stationSignIns();

    RequestTable requests();

    ProgressTable progress();

    ProfileTable profiles();

    SettingTable settings();

    IdempotencyTable idempotency();

    InventoryTable inventory();

    ShipmentTable shipments();

    RestorationTable restorations();

    /** Returns the request without its recipients. */
    Optional<ProvisioningRequest> request(RequestId id);

    Optional<RecipientState> recipient(RecipientId id);

    /** Returns all requests with their recipients, newest first. */
    List<ProvisioningRequest> requestsWithRecipients();

    /** Returns the request with its recipients. */
    Optional<ProvisioningRequest> requestWithRecipients(RequestId id);
}
