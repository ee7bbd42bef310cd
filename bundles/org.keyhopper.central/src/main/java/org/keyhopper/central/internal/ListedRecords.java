package org.keyhopper.central.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.audit.AuditTrail;
import org.keyhopper.central.inventory.ProvisionedDevices;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.central.storage.InventoryTable;
import org.keyhopper.core.inventory.InventoryEntry;

/** Inventory and audit trail in the database. */
public record ListedRecords(CentralStore store) {

    private static final int AT_ONCE = 200;

    public AuditTrail auditTrail() {
        return this::auditTrail;
    }

    private Answer<Page<AuditEntry>> auditTrail(Caller caller, Optional<String> after, int limit) {
        return new ManagedCalls(store)
                .view(
                        caller,
                        "audit-trail",
                        in -> ManagedCalls.unless(
                                caller.lacks(Privilege.VIEW_AUDIT_TRAIL, Place.ORGANISATION),
                                () -> RequestCalls.number(after, 0)
                                        .map(number -> Page.of(
                                                in.audit().after(number, limit + 1),
                                                limit,
                                                entry -> Long.toString(entry.number())))));
    }

    public ProvisionedDevices inventory() {
        return this::inventory;
    }

    private Answer<Page<InventoryEntry>> inventory(Caller caller, Optional<String> after, int limit) {
        return new ManagedCalls(store)
                .view(
                        caller,
                        "inventory",
                        in -> ManagedCalls.unless(caller.lacksEverywhere(Privilege.VIEW_INVENTORY), () -> {
                            Page<InventoryTable.Row> page = Page.of(
                                    visible(in, caller, after.orElse(""), limit + 1), limit, InventoryTable.Row::key);
                            return Answer.done(new Page<>(
                                    page.items().stream()
                                            .map(InventoryTable.Row::entry)
                                            .toList(),
                                    page.next()));
                        }));
    }

    private static List<InventoryTable.Row> visible(CentralTransaction in, Caller caller, String after, int limit) {
        List<InventoryTable.Row> visible = new ArrayList<>();
        String key = after;
        while (true) {
            List<InventoryTable.Row> some = in.inventory().after(key, AT_ONCE);
            some.stream()
                    .filter(row -> caller.may(
                            Privilege.VIEW_INVENTORY, new Place(row.entry().directory(), row.site())))
                    .limit((long) limit - visible.size())
                    .forEach(visible::add);
            if (visible.size() == limit || some.size() < AT_ONCE) {
                return visible;
            }
            key = some.getLast().key();
        }
    }
}
