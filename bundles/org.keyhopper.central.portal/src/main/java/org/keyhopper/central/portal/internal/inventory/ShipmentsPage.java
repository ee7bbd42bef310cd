package org.keyhopper.central.portal.internal.inventory;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.inventory.Shipments;
import org.keyhopper.central.portal.LongForm;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.portal.internal.frame.Section;
import org.keyhopper.central.problem.CentralProblem;

/** The devices that makers have delivered, from lists of their serial numbers. */
@Path("/shipments")
@Produces(MediaType.TEXT_HTML)
public final class ShipmentsPage {

    private static final int REFUSED = 422;
    private static final int LONGEST_NAME = 200;

    private final Frame frame;
    private final Shipments shipments;

    public ShipmentsPage(Frame frame, Central central) {
        this.frame = frame;
        shipments = central.shipments();
    }

    @GET
    public Response list(@Context ContainerRequestContext context) {
        Caller caller = frame.caller(context);
        return frame.answered(
                context,
                shipments.list(caller),
                rows -> frame.answered(
                        context,
                        shipments.required(caller),
                        required -> frame.page(
                                context,
                                Section.SHIPMENTS,
                                "shipments",
                                Map.of(
                                        "rows", rows,
                                        "required", required,
                                        "mayRequire", caller.may(Privilege.MANAGE_PROFILES, Place.ORGANISATION)))));
    }

    @GET
    @Path("/new")
    public Response begin(@Context ContainerRequestContext context) {
        return frame.caller(context)
                .lacks(Privilege.MANAGE_SHIPMENTS, Place.ORGANISATION)
                .map(problem -> frame.forbidden(context, problem))
                .orElseGet(() -> form(context, UUID.randomUUID().toString(), "", "", List.of()));
    }

    private Response form(
            ContainerRequestContext context, String key, String name, String serials, List<String> faults) {
        return frame.page(
                context,
                Section.SHIPMENTS,
                "shipment-new",
                Map.of("key", key, "name", name, "serials", serials, "faults", faults),
                faults.isEmpty() ? 200 : REFUSED);
    }

    /** Adds a shipment; what was typed stays if a line cannot be used. */
    @POST
    @Path("/new")
    @LongForm
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @Context ContainerRequestContext context,
            @FormParam("key") String key,
            @FormParam("name") String name,
            @FormParam("serials") String serials) {
        Caller caller = frame.caller(context);
        Optional<Problem> lacking = caller.lacks(Privilege.MANAGE_SHIPMENTS, Place.ORGANISATION);
        if (lacking.isPresent()) {
            return frame.forbidden(context, lacking.get());
        }
        String typed = serials == null ? "" : serials;
        String called = name == null ? "" : name.strip();
        String usable = key != null && key.matches("[0-9a-f-]{36}")
                ? key
                : UUID.randomUUID().toString();
        PageTexts texts = PageTexts.of(frame.locale(context));
        SerialList list = SerialList.read(typed, texts);
        if (called.isEmpty() || called.length() > LONGEST_NAME || !list.faults().isEmpty()) {
            List<String> faults = called.isEmpty() || called.length() > LONGEST_NAME
                    ? List.of(texts.get("shipments.fault.name"))
                    : list.faults();
            return form(context, usable, called, typed, faults);
        }
        Answer<String> added = shipments.add(caller, usable, called, list.serials());
        Optional<Problem> known = added.failure().filter(problem -> problem.is(CentralProblem.ALREADY_EXISTS));
        return known.isPresent()
                ? form(
                        context,
                        UUID.randomUUID().toString(),
                        called,
                        typed,
                        List.of(texts.get(
                                "shipments.fault.known", known.get().arguments().getFirst())))
                : frame.answered(context, added, id -> Frame.done("/shipments/" + id, "saved"));
    }

    @GET
    @Path("/{shipment}")
    public Response show(@Context ContainerRequestContext context, @PathParam("shipment") String id) {
        return page(context, id, "shipment");
    }

    @GET
    @Path("/{shipment}/remove")
    public Response askRemove(@Context ContainerRequestContext context, @PathParam("shipment") String id) {
        return page(context, id, "shipment-remove");
    }

    private Response page(ContainerRequestContext context, String id, String template) {
        Caller caller = frame.caller(context);
        return frame.answered(
                context,
                shipments.find(caller, id),
                found -> frame.answered(context, shipments.devices(caller, id), devices -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put("row", found);
                    values.put("devices", devices);
                    return frame.page(context, Section.SHIPMENTS, template, values);
                }));
    }

    @POST
    @Path("/{shipment}/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remove(@Context ContainerRequestContext context, @PathParam("shipment") String id) {
        return frame.answered(
                context, shipments.remove(frame.caller(context), id), removed -> Frame.done("/shipments", "saved"));
    }

    @POST
    @Path("/rule")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response require(@Context ContainerRequestContext context, @FormParam("required") String required) {
        return frame.answered(
                context,
                shipments.require(frame.caller(context), required != null),
                stored -> Frame.done("/shipments", "saved"));
    }
}
