package org.keyhopper.store.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.storage.AuditCursorTable;
import org.keyhopper.central.storage.AuditTable;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.central.storage.EnrolmentTable;
import org.keyhopper.central.storage.EscrowTable;
import org.keyhopper.central.storage.IdempotencyTable;
import org.keyhopper.central.storage.InventoryTable;
import org.keyhopper.central.storage.NameTable;
import org.keyhopper.central.storage.OperatorTable;
import org.keyhopper.central.storage.PersonTable;
import org.keyhopper.central.storage.PickUpTable;
import org.keyhopper.central.storage.ProfileTable;
import org.keyhopper.central.storage.ProgressTable;
import org.keyhopper.central.storage.ReplayTable;
import org.keyhopper.central.storage.RequestTable;
import org.keyhopper.central.storage.RestorationTable;
import org.keyhopper.central.storage.RetentionTable;
import org.keyhopper.central.storage.SessionTable;
import org.keyhopper.central.storage.SettingTable;
import org.keyhopper.central.storage.ShipmentTable;
import org.keyhopper.central.storage.StationReportTable;
import org.keyhopper.central.storage.StationSignInTable;
import org.keyhopper.central.storage.StationTable;
import org.keyhopper.central.storage.UnclearTable;
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
    public UnclearTable unclear() {
        return new SqlUnclearTable(in, context);
    }

    @Override
    public StationTable stations() {
        return new SqlStationTable(in, context.rowLock());
    }

    @Override
    public StationReportTable stationReports() {
        return new SqlStationReportTable(in);
    }

    @Override
    public AuditTable audit() {
        return new SqlAuditTable(in, context);
    }

    @Override
    public EscrowTable escrow() {
        return new SqlEscrowTable(in);
    }

    @Override
    public PickUpTable pickUps() {
        return new SqlPickUpTable(in, context);
    }

    @Override
    public PersonTable people() {
        return new SqlPersonTable(in, context);
    }

    @Override
    public RetentionTable retention() {
        return new SqlRetentionTable(in);
    }

    @Override
    public AuditCursorTable cursors() {
        return new SqlAuditCursorTable(in, context);
    }

    @Override
    public NameTable names() {
        return new SqlNameTable(in);
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
    public ProgressTable progress() {
        return new SqlProgressTable(in, context);
    }

    @Override
    public ProfileTable profiles() {
        return new SqlProfileTable(in);
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
    public ShipmentTable shipments() {
        return new SqlShipmentTable(in);
    }

    @Override
    public InventoryTable inventory() {
        return new SqlInventoryTable(in);
    }

    @Override
    public RestorationTable restorations() {
        return new SqlRestorationTable(in, context);
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

    @Override
    public List<ProvisioningRequest> requestsWithRecipients() {
        return SqlFailure.wrap(() -> RequestRows.read(in, ""));
    }

    @Override
    public Optional<ProvisioningRequest> requestWithRecipients(RequestId id) {
        List<ProvisioningRequest> found = SqlFailure.wrap(() -> RequestRows.read(in, "WHERE r.id = ?", id));
        return found.stream().findFirst();
    }
}
