package org.keyhopper.central.storage;

import java.time.Instant;
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

    StationTable stations();

    AuditTable audit();

    ReplayTable replays();

    OperatorTable operators();

    SessionTable sessions();

    StationSignInTable stationSignIns();

    RequestTable requests();

    SettingTable settings();

    IdempotencyTable idempotency();

    InventoryTable inventory();

    /** Returns the request without its recipients. */
    Optional<ProvisioningRequest> request(RequestId id);

    Optional<RecipientState> recipient(RecipientId id);
}
