package org.keyhopper.central.server.internal.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Page;
import org.keyhopper.central.request.Approval;
import org.keyhopper.central.request.ManagedRequests;
import org.keyhopper.central.request.RequestSummary;
import org.keyhopper.central.server.internal.api.Call;
import org.keyhopper.central.server.internal.signin.Cookies;
import org.keyhopper.central.server.internal.signin.IdentityProvider;
import org.keyhopper.central.signin.SignIns;
import org.keyhopper.central.signin.SignedIn;
import org.keyhopper.texts.ProblemTexts;

/** The page of someone who is signed in: the requests, signing out, and becoming the first administrator. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class RequestsPage {

    private static final int AT_ONCE = 50;

    private final ManagedRequests requests;
    private final SignIns signIns;
    private final Optional<IdentityProvider> provider;
    private final Templates templates;
    private final String publicUrl;

    RequestsPage(
            ManagedRequests requests,
            SignIns signIns,
            Optional<IdentityProvider> provider,
            Templates templates,
            String publicUrl) {
        this.requests = requests;
        this.signIns = signIns;
        this.provider = provider;
        this.templates = templates;
        this.publicUrl = publicUrl;
    }

    /** A row of the list. */
    public record Row(String name, String directory, String done, boolean approvalNeeded) {

        static Row of(RequestSummary summary) {
            return new Row(
                    summary.request().name(),
                    summary.request().directory(),
                    summary.tally().provisioned() + " / " + summary.tally().total(),
                    summary.details().approval() == Approval.NEEDED);
        }
    }

    @GET
    public Response list(@Context ContainerRequestContext context, @QueryParam("cursor") String cursor) {
        return page(context, Optional.ofNullable(cursor), Optional.empty());
    }

    private Response page(ContainerRequestContext context, Optional<String> cursor, Optional<Problem> problem) {
        SignedIn signedIn = Call.signedIn(context);
        boolean hasRole = !signedIn.caller().grants().isEmpty();
        Page<RequestSummary> page = hasRole
                ? requests.list(signedIn.caller(), cursor, AT_ONCE)
                        .result()
                        .orElseGet(() -> new Page<>(List.of(), Optional.empty()))
                : new Page<>(List.of(), Optional.empty());
        Map<String, Object> values = new HashMap<>();
        values.put("operator", signedIn.name());
        values.put("csrf", signedIn.session().csrf());
        values.put("hasRole", hasRole);
        values.put("requests", page.items().stream().map(Row::of).toList());
        values.put("next", page.next().orElse(""));
        values.put("problem", problem.map(it -> sentence(context, it)).orElse(""));
        return Response.status(problem.isPresent() ? Response.Status.FORBIDDEN : Response.Status.OK)
                .entity(templates.render("requests", Call.of(context).locale(), values))
                .build();
    }

    private static String sentence(ContainerRequestContext context, Problem problem) {
        return ProblemTexts.in(Call.of(context).locale()).sentence(problem);
    }

    /** Takes the code of the first administrator. */
    @POST
    @Path("/administrator")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response becomeAdministrator(@Context ContainerRequestContext context, @FormParam("code") String code) {
        try (Secret secret = Secret.of(code == null ? "" : code)) {
            Optional<Problem> problem =
                    signIns.becomeAdministrator(Call.caller(context), secret).failure();
            return problem.isPresent()
                    ? page(context, Optional.empty(), problem)
                    : Response.seeOther(URI.create("/")).build();
        }
    }

    /** Ends the session here, then at the provider. */
    @POST
    @Path("/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut(@Context ContainerRequestContext context) {
        SignedIn signedIn = Call.signedIn(context);
        signIns.signOut(signedIn);
        Optional<URI> there =
                provider.flatMap(it -> it.endSession(signedIn.session().idToken(), publicUrl));
        return Response.seeOther(there.orElseGet(() -> URI.create("/signed-out")))
                .header(HttpHeaders.SET_COOKIE, Cookies.remove(Cookies.SESSION))
                .build();
    }
}
