package org.keyhopper.central.portal.internal.inventory;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.inventory.Shipment;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.documents.InventoryCsv;

/** The inventory: devices that were provisioned and, for those who manage shipments, devices in stock. */
@Path("/inventory")
@Produces(MediaType.TEXT_HTML)
public final class InventoryPage {

    private static final int AT_ONCE = 500;
    private static final int ROWS = 50;
    private static final int MOST = 20_000;

    private final Frame frame;
    private final Central central;

    public InventoryPage(Frame frame, Central central) {
        this.frame = frame;
        this.central = central;
    }

    @GET
    public Response list(
            @Context ContainerRequestContext context,
            @QueryParam("q") String text,
            @QueryParam("state") String state,
            @QueryParam("page") Integer page) {
        Caller caller = frame.caller(context);
        String searched = text == null ? "" : text.strip();
        boolean seesStock =
                caller.lacks(Privilege.MANAGE_SHIPMENTS, Place.ORGANISATION).isEmpty();
        return frame.answered(context, all(caller), entries -> {
            List<StockRow> stock = seesStock ? stock(caller) : List.of();
            List<? extends InventoryRow> shown = (StockRow.STATE.equals(state)
                            ? stock.stream()
                            : entries.stream()
                                    .map(entry -> new DeviceRow(entry, caller))
                                    .filter(row -> state == null
                                            || state.isEmpty()
                                            || row.state().equals(state)))
                    .filter(row -> row.contains(searched))
                    .sorted(Comparator.comparing(InventoryRow::since).reversed())
                    .toList();
            int pages = Math.max(1, (shown.size() + ROWS - 1) / ROWS);
            int current = Math.clamp(page == null ? 1 : page, 1, pages);
            Map<String, Object> values = new HashMap<>();
            values.put(
                    "rows",
                    shown.stream().skip((long) (current - 1) * ROWS).limit(ROWS).toList());
            values.put("total", StockRow.STATE.equals(state) ? stock.size() : entries.size());
            values.put("devices", entries.size());
            values.put("inStock", stock.size());
            values.put("isStock", StockRow.STATE.equals(state));
            values.put("nothing", entries.isEmpty() && stock.isEmpty());
            values.put("shown", shown.size());
            values.put("page", current);
            values.put("pages", pages);
            values.put("q", searched);
            values.put("state", state == null ? "" : state);
            List<String> states = new ArrayList<>(
                    Arrays.stream(InventoryEntry.State.values()).map(Enum::name).toList());
            if (seesStock) {
                states.addFirst(StockRow.STATE);
            }
            values.put("states", states);
            return frame.page(context, Section.INVENTORY, "inventory", values);
        });
    }

    /** Returns the delivered devices that were not issued. */
    private List<StockRow> stock(Caller caller) {
        List<StockRow> stock = new ArrayList<>();
        for (Shipment shipment : central.shipments().list(caller).result().orElse(List.of())) {
            if (shipment.issued() < shipment.devices() && stock.size() < MOST) {
                central.shipments().devices(caller, shipment.id()).result().orElse(List.of()).stream()
                        .filter(device -> !device.issued())
                        .forEach(device -> stock.add(new StockRow(device.serial(), shipment)));
            }
        }
        return stock;
    }

    private Answer<List<InventoryEntry>> all(Caller caller) {
        List<InventoryEntry> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Answer<Page<InventoryEntry>> page = central.inventory().list(caller, after, AT_ONCE);
            if (page.failure().isPresent()) {
                return Answer.failed(page.failure().get());
            }
            Page<InventoryEntry> some = page.result().orElseThrow();
            all.addAll(some.items());
            after = some.next();
        } while (after.isPresent() && all.size() < MOST);
        return Answer.done(all);
    }

    @GET
    @Path("/inventory.csv")
    public Response csv(@Context ContainerRequestContext context) {
        return frame.answered(context, all(frame.caller(context)), entries -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                InventoryCsv.write(entries, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Response.ok(out.toByteArray(), "text/csv; charset=utf-8")
                    .header("Content-Disposition", "attachment; filename=\"inventory.csv\"")
                    .build();
        });
    }
}
