package org.keyhopper.central.server.internal.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.pickup.PickUp;
import org.keyhopper.central.pickup.PickUpVisit;
import org.keyhopper.central.portal.PageTemplates;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.server.internal.api.Call;
import org.keyhopper.central.server.internal.api.OpenToAll;
import org.keyhopper.central.server.internal.api.ProblemReply;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.central.server.internal.signin.Cookies;
import org.keyhopper.central.server.internal.signin.IdentityProvider;
import org.keyhopper.central.server.internal.signin.SignInException;
import org.keyhopper.central.signin.Attempt;
import org.keyhopper.central.signin.SignIns;
import org.keyhopper.texts.Explanation;
import org.keyhopper.texts.ProblemTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where people see the PIN of their device, who are no operators: the link of the invitation, the sign-in, the device, and once the
 * PIN. The session is one of its own and lasts for minutes. Opening a link changes nothing, since programs that check mail do that, too.
 */
@Path("/pick-up")
@Produces(MediaType.TEXT_HTML)
public final class PickUpPages {

    /** What an attempt returns to, with the hash of the link. No path of a page begins so. */
    static final String RETURN = "pick-up:";

    private static final Logger LOGGER = LoggerFactory.getLogger(PickUpPages.class);
    private static final String COOKIE = "__Host-keyhopper-pick-up";

    private final PickUp pickUp;
    private final SignIns signIns;
    private final IdentityProvider provider;
    private final PickUpSettings settings;
    private final PageTemplates templates;

    PickUpPages(
            PickUp pickUp,
            SignIns signIns,
            IdentityProvider provider,
            PickUpSettings settings,
            PageTemplates templates) {
        this.pickUp = pickUp;
        this.signIns = signIns;
        this.provider = provider;
        this.settings = settings;
        this.templates = templates;
    }

    /** The link of an invitation. */
    @GET
    @Path("/{token}")
    @OpenToAll
    public Response invited(@Context ContainerRequestContext context, @PathParam("token") String token) {
        return answered(
                context,
                pickUp.open(Call.of(context).id(), token),
                link -> page(context, "pick-up", Map.of("token", token)));
    }

    /** Sends the browser to the provider. */
    @GET
    @Path("/{token}/sign-in")
    @OpenToAll
    public Response begin(@Context ContainerRequestContext context, @PathParam("token") String token) {
        return answered(context, pickUp.open(Call.of(context).id(), token), link -> {
            SignInValues values = SignInValues.fresh();
            try {
                URI address = provider.authorizationOfPerson(
                        values.state(), values.nonce(), values.verifier(), settings.proof());
                return values.redirect(signIns, address, RETURN + link);
            } catch (SignInException e) {
                return failed(context, e);
            }
        });
    }

    /** Takes the answer of the provider. */
    Response signedIn(ContainerRequestContext context, Attempt attempt, String code, Optional<String> issuer) {
        String link = attempt.returnTo().substring(RETURN.length());
        try {
            return answered(
                    context,
                    pickUp.signIn(
                            Call.of(context).id(),
                            link,
                            attempt.expires().minus(SignIns.ATTEMPT_LIFE),
                            provider.person(attempt, code, issuer, settings.proof())),
                    cookie -> Response.seeOther(URI.create("/pick-up"))
                            .header(HttpHeaders.SET_COOKIE, Cookies.set(COOKIE, cookie, PickUp.SESSION_LIFE))
                            .header(HttpHeaders.SET_COOKIE, Cookies.remove(Cookies.SIGN_IN))
                            .build());
        } catch (SignInException e) {
            return failed(context, e);
        }
    }

    private Response failed(ContainerRequestContext context, SignInException reason) {
        Call call = Call.of(context);
        LOGGER.warn("call {}: a sign-in failed: {}", call.id(), reason.getMessage());
        Problem problem = Problem.of(CentralProblem.SIGN_IN_FAILED);
        signIns.refuse(call.id(), "", problem);
        return refused(context, problem);
    }

    /** The device of the person, and what to do about its PIN. */
    @GET
    @OpenToAll
    public Response device(@Context ContainerRequestContext context, @CookieParam(COOKIE) String cookie) {
        return answered(
                context,
                pickUp.visit(Call.of(context).id(), given(cookie)),
                visit -> page(context, "pick-up-device", values(visit)));
    }

    private static String given(String value) {
        return value == null ? "" : value;
    }

    private static Map<String, Object> values(PickUpVisit visit) {
        Map<String, Object> values = new HashMap<>();
        values.put("visit", visit);
        values.put("shown", visit.shown().orElse(null));
        values.put("csrf", visit.csrf());
        return values;
    }

    /** Shows the PIN, once. */
    @POST
    @Path("/pin")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response show(
            @Context ContainerRequestContext context,
            @CookieParam(COOKIE) String cookie,
            @FormParam("csrf") String csrf) {
        String call = Call.of(context).id();
        return answered(
                context,
                pickUp.visit(call, given(cookie)),
                visit -> answered(context, pickUp.show(call, given(cookie), given(csrf)), (Secret pin) -> {
                    Map<String, Object> values = values(visit);
                    values.put("pin", SecretPage.PLACE);
                    return Response.ok(new SecretPage(render(context, "pick-up-pin", values), pin))
                            .build();
                }));
    }

    /** The person has noted the PIN. */
    @POST
    @Path("/confirmation")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            @Context ContainerRequestContext context,
            @CookieParam(COOKIE) String cookie,
            @FormParam("csrf") String csrf) {
        return answered(context, pickUp.confirm(Call.of(context).id(), given(cookie), given(csrf)), done -> Response.ok(
                        render(context, "pick-up-done", Map.of()))
                .header(HttpHeaders.SET_COOKIE, Cookies.remove(COOKIE))
                .build());
    }

    private <T> Response answered(ContainerRequestContext context, Answer<T> answer, Function<T, Response> done) {
        return answer.failure()
                .map(problem -> refused(context, problem))
                .orElseGet(() -> done.apply(answer.result().orElseThrow()));
    }

    private Response refused(ContainerRequestContext context, Problem problem) {
        Explanation explanation = ProblemTexts.in(Call.of(context).locale()).explain(problem);
        Map<String, Object> values =
                Map.of("problem", explanation, "call", Call.of(context).id());
        int status = problem.is(CentralProblem.SIGN_IN_FAILED)
                ? Response.Status.FORBIDDEN.getStatusCode()
                : ProblemReply.status(problem);
        return Response.status(status)
                .entity(render(context, "pick-up-refused", values))
                .build();
    }

    private Response page(ContainerRequestContext context, String template, Map<String, Object> values) {
        return Response.ok(render(context, template, values)).build();
    }

    private String render(ContainerRequestContext context, String template, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("contact", settings.contact());
        return templates.plain(template, Call.of(context).locale(), all);
    }
}
