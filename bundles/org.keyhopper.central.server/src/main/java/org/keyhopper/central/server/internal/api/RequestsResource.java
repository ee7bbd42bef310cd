package org.keyhopper.central.server.internal.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.request.ManagedRequests;
import org.keyhopper.central.request.NewRequest;
import org.keyhopper.central.request.RequestChange;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.central.server.internal.model.NewPersonBody;
import org.keyhopper.central.server.internal.model.NewRequestBody;
import org.keyhopper.central.server.internal.model.PersonPage;
import org.keyhopper.central.server.internal.model.ReopenedBody;
import org.keyhopper.central.server.internal.model.RequestPage;
import org.keyhopper.central.server.internal.model.RequestView;
import org.keyhopper.central.server.internal.model.ResultPage;
import org.keyhopper.central.server.internal.model.TermsBody;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.documents.ProfileJson;
import org.keyhopper.documents.ReadResult;

/** Requests, for those who manage them. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
public final class RequestsResource {

    private static final TermsBody NO_TERMS = new TermsBody(null, null, null);

    private final ApiServices services;
    private final ManagedRequests requests;

    RequestsResource(ApiServices services) {
        this.services = services;
        requests = services.central().requests();
    }

    @GET
    @Path("/requests")
    @Operation(summary = "Lists requests, newest first")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RequestPage.class)))
    public Response list(
            @Context ContainerRequestContext context,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return Reply.of(
                context,
                requests.list(Call.caller(context), Given.cursor(cursor), Given.limit(limit)),
                (Page<RequestSummary> page) -> Reply.json(
                        new RequestPage(page.items().stream().map(Bodies::of).toList(), Bodies.next(page))));
    }

    @POST
    @Path("/requests")
    @LongBody
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Creates a request")
    @RequestBody(content = @Content(schema = @Schema(implementation = NewRequestBody.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RequestView.class)))
    public Response create(
            @Context ContainerRequestContext context,
            @HeaderParam("Idempotency-Key") @Parameter(required = true) String key,
            @Parameter(hidden = true) String text) {
        NewRequest wanted = read(Json.read(text, NewRequestBody.class));
        Optional<Problem> unlicensed =
                services.records().licensing().refusesRequest(wanted.people().size());
        if (unlicensed.isPresent()) {
            services.central().stations().refuse(Call.caller(context), unlicensed.get());
            return ProblemReply.of(unlicensed.get(), Call.of(context));
        }
        return Reply.of(
                context,
                requests.create(Call.caller(context), Given.key(key), wanted),
                made -> Reply.created(Bodies.of(made), made.details().version()));
    }

    private static NewRequest read(NewRequestBody body) {
        return new NewRequest(
                Given.text("name", body.name(), Given.NAME),
                Given.text("directory", body.directory(), Given.NAME),
                Given.optionalText("site", body.site(), Given.NAME),
                profile(body),
                Given.list("people", body.people(), ManagedRequests.MOST_PEOPLE).stream()
                        .map(RequestsResource::person)
                        .toList(),
                terms(body.terms() == null ? NO_TERMS : body.terms()));
    }

    private static Profile profile(NewRequestBody body) {
        if (body.profile() == null) {
            return Profile.DEFAULT;
        }
        return switch (ProfileJson.read(body.profile().toString())) {
            case ReadResult.Success<Profile>(Profile profile, List<String> warnings) -> profile;
            case ReadResult.Failure<Profile> failure -> throw new BadCallException("profile");
        };
    }

    private static Recipient person(NewPersonBody body) {
        return new Recipient(
                Given.text("people.user", body.user(), Given.NAME),
                Given.optionalText("people.displayName", body.displayName(), Given.NAME),
                Given.optionalText("people.email", body.email(), Given.NAME),
                "");
    }

    private static RequestChange terms(TermsBody body) {
        return new RequestChange(
                Optional.of(Given.optionalText("assignee", body.assignee(), Given.NAME))
                        .filter(text -> !text.isEmpty()),
                Given.date("due", body.due()),
                Given.optionalText("note", body.note(), Given.NOTE));
    }

    @GET
    @Path("/requests/{request}")
    @Operation(summary = "Shows a request")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RequestView.class)))
    public Response show(@Context ContainerRequestContext context, @PathParam("request") String request) {
        return Reply.of(context, requests.find(Call.caller(context), id(request)), RequestsResource::versioned);
    }

    private static Response versioned(RequestSummary summary) {
        return Reply.versioned(Bodies.of(summary), summary.details().version());
    }

    static RequestId id(String request) {
        return new RequestId(Given.text("request", request, Given.NAME).toUpperCase(Locale.ROOT));
    }

    @PUT
    @Path("/requests/{request}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Assigns a request, and changes its due date and note")
    @RequestBody(content = @Content(schema = @Schema(implementation = TermsBody.class)))
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RequestView.class)))
    public Response update(
            @Context ContainerRequestContext context,
            @PathParam("request") String request,
            @HeaderParam("If-Match") @Parameter(required = true) String version,
            @Parameter(hidden = true) String text) {
        RequestChange change = terms(Json.read(text, TermsBody.class));
        return Reply.of(
                context,
                requests.update(Call.caller(context), id(request), Given.version(version), change),
                RequestsResource::versioned);
    }

    @DELETE
    @Path("/requests/{request}")
    @Operation(summary = "Deletes a request")
    @ApiResponse(responseCode = "204", description = "Deleted")
    public Response delete(
            @Context ContainerRequestContext context,
            @PathParam("request") String request,
            @HeaderParam("If-Match") @Parameter(required = true) String version) {
        return Reply.of(
                context,
                requests.delete(Call.caller(context), id(request), Given.version(version)),
                deleted -> Response.noContent().build());
    }

    @POST
    @Path("/requests/{request}/approval")
    @Operation(summary = "Approves a request as a second person")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RequestView.class)))
    public Response approve(@Context ContainerRequestContext context, @PathParam("request") String request) {
        return Reply.of(context, requests.approve(Call.caller(context), id(request)), RequestsResource::versioned);
    }

    @POST
    @Path("/requests/{request}/retry")
    @Operation(summary = "Makes the people of a request who have failed pending again")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ReopenedBody.class)))
    public Response retry(@Context ContainerRequestContext context, @PathParam("request") String request) {
        return Reply.of(
                context,
                requests.retryFailed(Call.caller(context), id(request)),
                reopened -> Reply.json(new ReopenedBody(reopened)));
    }

    @GET
    @Path("/requests/{request}/people")
    @Operation(summary = "Lists the people of a request")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonPage.class)))
    public Response people(
            @Context ContainerRequestContext context,
            @PathParam("request") String request,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return Reply.of(
                context,
                requests.people(Call.caller(context), id(request), Given.cursor(cursor), Given.limit(limit)),
                (Page<RecipientState> page) -> Reply.json(
                        new PersonPage(page.items().stream().map(Bodies::person).toList(), Bodies.next(page))));
    }

    @GET
    @Path("/requests/{request}/results")
    @Operation(summary = "Lists what came of the people of a request")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ResultPage.class)))
    public Response results(
            @Context ContainerRequestContext context,
            @PathParam("request") String request,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return Reply.of(
                context,
                requests.results(Call.caller(context), id(request), Given.cursor(cursor), Given.limit(limit)),
                (Page<RecipientState> page) -> Reply.json(
                        new ResultPage(page.items().stream().map(Bodies::result).toList(), Bodies.next(page))));
    }
}
