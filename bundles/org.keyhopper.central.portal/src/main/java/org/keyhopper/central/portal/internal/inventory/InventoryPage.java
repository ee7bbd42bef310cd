package org.keyhopper.central.portal.internal.inventory;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.request.NewRequest;
import org.keyhopper.central.request.RequestChange;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.documents.InventoryCsv;

/** The inventory, and what is done about a device that was lost. */
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
        return frame.answered(context, all(caller), entries -> {
            List<DeviceRow> shown = entries.stream()
                    .map(entry -> new DeviceRow(entry, caller))
                    .filter(row -> row.contains(searched))
                    .filter(row ->
                            state == null || state.isEmpty() || row.state().equals(state))
                    .sorted(Comparator.comparing(DeviceRow::since).reversed())
                    .toList();
            int pages = Math.max(1, (shown.size() + ROWS - 1) / ROWS);
            int current = Math.clamp(page == null ? 1 : page, 1, pages);
            Map<String, Object> values = new HashMap<>();
            values.put(
                    "rows",
                    shown.stream().skip((long) (current - 1) * ROWS).limit(ROWS).toList());
            values.put("total", entries.size());
            values.put("shown", shown.size());
            values.put("page", current);
            values.put("pages", pages);
            values.put("q", searched);
            values.put("state", state == null ? "" : state);
            values.put(
                    "states",
                    Arrays.stream(InventoryEntry.State.values()).map(Enum::name).toList());
            return frame.page(context, Section.INVENTORY, "inventory", values);
        });
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

    @GET
    @Path("/{device}/lost")
    public Response askLost(@Context ContainerRequestContext context, @PathParam("device") String device) {
        Caller caller = frame.caller(context);
        return frame.answered(context, central.deviceActions().find(caller, id(device)), found -> {
            Place place = new Place(found.directory(), "");
            return caller.lacks(Privilege.REVOKE_DEVICES, place)
                    .map(problem -> frame.forbidden(context, problem))
                    .orElseGet(() -> frame.page(
                            context,
                            Section.INVENTORY,
                            "device-lost",
                            Map.of(
                                    "row", new DeviceRow(found, caller),
                                    "mayReplace", caller.may(Privilege.CREATE_REQUEST, place),
                                    "key", UUID.randomUUID().toString())));
        });
    }

    private static CredentialId id(String device) {
        try {
            return CredentialId.ofBase64Url(device);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }

    /** Marks the device as lost, revokes its passkey, and creates a request for another one if that was asked for. */
    @POST
    @Path("/{device}/lost")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response lost(
            @Context ContainerRequestContext context,
            @PathParam("device") String device,
            @FormParam("replace") String replace,
            @FormParam("key") String key) {
        Caller caller = frame.caller(context);
        Answer<InventoryEntry> revoked = central.deviceActions()
                .markLost(caller, id(device))
                .flatMap(lost -> central.deviceActions().revoke(caller, id(device)));
        return frame.answered(
                context,
                revoked,
                entry -> replace == null || replace.isEmpty()
                        ? Frame.done("/inventory", "deviceRevoked")
                        : frame.answered(
                                context,
                                replacement(context, entry, key),
                                made -> Frame.done("/requests/" + made.request().id(), "deviceReplaced")));
    }

    private Answer<RequestSummary> replacement(ContainerRequestContext context, InventoryEntry entry, String key) {
        String name = PageTexts.of(frame.locale(context)).get("lost.request", entry.holder());
        Recipient holder = new Recipient(entry.userId(), entry.holder(), "", "", entry.userId());
        boolean usable = key != null && key.matches("[0-9a-f-]{36}");
        return central.requests()
                .create(
                        frame.caller(context),
                        usable ? key : UUID.randomUUID().toString(),
                        new NewRequest(
                                name,
                                entry.directory(),
                                "",
                                Profile.DEFAULT,
                                List.of(holder),
                                new RequestChange(Optional.empty(), Optional.empty(), "")));
    }
}
