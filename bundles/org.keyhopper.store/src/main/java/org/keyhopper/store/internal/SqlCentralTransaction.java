package org.keyhopper.store.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.storage.AuditTable;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.central.storage.EnrolmentTable;
import org.keyhopper.central.storage.IdempotencyTable;
import org.keyhopper.central.storage.InventoryTable;
import org.keyhopper.central.storage.OperatorTable;
import org.keyhopper.central.storage.ReplayTable;
import org.keyhopper.central.storage.RequestTable;
import org.keyhopper.central.storage.SessionTable;
import org.keyhopper.central.storage.SettingTable;
import org.keyhopper.central.storage.StationSignInTable;
import org.keyhopper.central.storage.StationTable;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/** One transaction of Central. */
record SqlCentralTransaction(Transaction in, CentralContext context) implements CentralTransaction {

    @Override
    public Instant now() {
        return SqlFailure.wrap(() -> context.now(in));
    }

    @Override
    public EnrolmentTable enrolments() {
        return new SqlEnrolmentTable(in, context);
    }

    @Override
    public StationTable stations() {
        return new SqlStationTable(in, context.rowLock());
    }

    @Override
    public AuditTable audit() {
        return new SqlAuditTable(in, context);
    }

    @Override
    public ReplayTable replays() {
        return new SqlReplayTable(in, context);
    }

    @Override
    public OperatorTable operators() {
        return new SqlOperatorTable(in);
    }

    @Override
    public SessionTable sessions() {
        return new SqlSessionTable(in, context);
    }

    @Override
    public StationSignInTable stationSignIns() {
        return new SqlStationSignInTable(in, context);
    }

    @Override
    public RequestTable requests() {
        return new SqlRequestTable(in, context);
    }

    @Override
    public SettingTable settings() {
        return new SqlSettingTable(in, context.rowLock());
    }

    @Override
    public IdempotencyTable idempotency() {
        return new SqlIdempotencyTable(in, context);
    }

    @Override
    public InventoryTable inventory() {
        return new SqlInventoryTable(in);
    }

    @Override
    public Optional<ProvisioningRequest> request(RequestId id) {
        return SqlFailure.wrap(() -> RequestRows.head(in, id));
    }

    @Override
    public Optional<RecipientState> recipient(RecipientId id) {
        List<RecipientState> found = SqlFailure.wrap(() -> RequestRows.recipient(in, id));
        return found.stream().findFirst();
    }
}
