package org.keyhopper.central.portal.internal.inventory;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.inventory.DeviceEvent;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.portal.internal.request.ActorNames;
import org.keyhopper.central.request.NewRequest;
import org.keyhopper.central.request.RequestChange;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.core.inventory.InventoryEntry;

/** A device with its history, and what is done about one that was lost. */
@Path("/inventory/{device: [A-Za-z0-9_-]+}")
@Produces(MediaType.TEXT_HTML)
public final class DevicePage {

    private final Frame frame;
    private final Central central;
    private final ActorNames names;

    public DevicePage(Frame frame, Central central, ActorNames names) {
        this.frame = frame;
        this.central = central;
        this.names = names;
    }

    /** An event with the name of its actor. */
    public record Event(DeviceEvent event, String actor) {}

    @GET
    public Response show(@Context ContainerRequestContext context, @PathParam("device") String device) {
        Caller caller = frame.caller(context);
        CredentialId credential = id(device);
        PageTexts texts = PageTexts.of(frame.locale(context));
        return frame.answered(
                context,
                central.deviceActions().find(caller, credential),
                entry -> frame.answered(
                        context,
                        central.deviceActions().history(caller, credential),
                        (List<DeviceEvent> history) -> frame.page(
                                context,
                                Section.INVENTORY,
                                "device",
                                Map.of(
                                        "row",
                                        new DeviceRow(entry, caller),
                                        "seesRequest",
                                        caller.lacksEverywhere(Privilege.VIEW_REQUESTS)
                                                .isEmpty(),
                                        "history",
                                        history.stream()
                                                .map(event -> named(event, texts))
                                                .toList()))));
    }

    private Event named(DeviceEvent event, PageTexts texts) {
        return new Event(event, event.actor().isEmpty() ? "" : names.of(event.actor(), texts));
    }

    @GET
    @Path("/lost")
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

    @GET
    @Path("/returned")
    public Response askReturned(@Context ContainerRequestContext context, @PathParam("device") String device) {
        Caller caller = frame.caller(context);
        return frame.answered(context, central.deviceActions().find(caller, id(device)), found -> caller.lacks(
                        Privilege.REVOKE_DEVICES, new Place(found.directory(), ""))
                .map(problem -> frame.forbidden(context, problem))
                .orElseGet(() -> frame.page(
                        context, Section.INVENTORY, "device-returned", Map.of("row", new DeviceRow(found, caller)))));
    }

    /** Deletes the passkey of a device that was given back. */
    @POST
    @Path("/returned")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response returned(@Context ContainerRequestContext context, @PathParam("device") String device) {
        return frame.answered(
                context,
                central.deviceActions().takeBack(frame.caller(context), id(device)),
                entry -> Frame.done("/inventory/" + entry.credential().base64Url(), "deviceReturned"));
    }

    /** Marks the device as lost, revokes its passkey, and creates a request for another one if that was asked for. */
    @POST
    @Path("/lost")
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
