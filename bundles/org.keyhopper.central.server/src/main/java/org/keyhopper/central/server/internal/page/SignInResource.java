package org.keyhopper.central.server.internal.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.portal.PageTemplates;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.server.internal.api.Call;
import org.keyhopper.central.server.internal.api.OpenToAll;
import org.keyhopper.central.server.internal.signin.Cookies;
import org.keyhopper.central.server.internal.signin.IdentityProvider;
import org.keyhopper.central.server.internal.signin.ReturnPath;
import org.keyhopper.central.server.internal.signin.SignInException;
import org.keyhopper.central.signin.Attempt;
import org.keyhopper.central.signin.OpenedSession;
import org.keyhopper.central.signin.SignIns;
import org.keyhopper.texts.ProblemTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing in at the identity provider, or with the code for emergencies. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class SignInResource {

    private static final Logger LOGGER = LoggerFactory.getLogger(SignInResource.class);
    private static final int LONGEST = 4000;

    private final SignIns signIns;
    private final Optional<IdentityProvider> provider;
    private final PageTemplates templates;
    private final Optional<PickUpPages> pickUp;

    /** @param pickUp where people sign in who are no operators */
    SignInResource(
            SignIns signIns,
            Optional<IdentityProvider> provider,
            PageTemplates templates,
            Optional<PickUpPages> pickUp) {
        this.signIns = signIns;
        this.pickUp = pickUp;
        this.provider = provider;
        this.templates = templates;
    }

    /** Sends the browser to the provider. */
    @GET
    @Path("/sign-in")
    @OpenToAll
    public Response begin(@Context ContainerRequestContext context, @QueryParam("return") String returnTo) {
        if (provider.isEmpty()) {
            return message(context, "signIn", List.of(text(context, "noProvider")), false, Response.Status.NOT_FOUND);
        }
        SignInValues values = SignInValues.fresh();
        try {
            URI address = provider.get().authorization(values.state(), values.nonce(), values.verifier());
            return values.redirect(signIns, address, ReturnPath.of(returnTo));
        } catch (SignInException e) {
            return failed(context, e);
        }
    }

    /** Takes the answer of the provider. */
    @GET
    @Path("/sign-in/callback")
    @OpenToAll
    public Response answered(
            @Context ContainerRequestContext context,
            @QueryParam("code") String code,
            @QueryParam("state") String state,
            @QueryParam("iss") String issuer,
            @CookieParam(Cookies.SIGN_IN) String browser) {
        boolean complete = isUsable(code) && isUsable(state) && isUsable(browser) && provider.isPresent();
        Optional<Attempt> attempt = complete ? signIns.take(state, browser) : Optional.empty();
        if (attempt.isEmpty()) {
            return failed(context, SignInException.unknownAnswer());
        }
        if (attempt.get().returnTo().startsWith(PickUpPages.RETURN) && pickUp.isPresent()) {
            return pickUp.get().signedIn(context, attempt.get(), code, Optional.ofNullable(issuer));
        }
        try {
            return opened(
                    context,
                    signIns.signIn(
                            Call.of(context).id(),
                            provider.get().operator(attempt.get(), code, Optional.ofNullable(issuer))),
                    attempt.get().returnTo());
        } catch (SignInException e) {
            return failed(context, e);
        }
    }

    private static boolean isUsable(String parameter) {
        return parameter != null && !parameter.isEmpty() && parameter.length() <= LONGEST;
    }

    private Response opened(ContainerRequestContext context, Answer<OpenedSession> answer, String returnTo) {
        return switch (answer) {
            case Answer.Done<OpenedSession>(OpenedSession opened) ->
                Response.seeOther(URI.create(returnTo))
                        .header(HttpHeaders.SET_COOKIE, Cookies.set(Cookies.SESSION, opened.cookie()))
                        .header(HttpHeaders.SET_COOKIE, Cookies.remove(Cookies.SIGN_IN))
                        .build();
            case Answer.Failed<OpenedSession>(Problem problem) -> refused(context, problem);
            case Answer.Unclear<OpenedSession>(Problem problem) -> refused(context, problem);
        };
    }

    private Response failed(ContainerRequestContext context, SignInException reason) {
        Call call = Call.of(context);
        LOGGER.warn("call {}: a sign-in failed: {}", call.id(), reason.getMessage());
        Problem problem = Problem.of(CentralProblem.SIGN_IN_FAILED);
        signIns.refuse(call.id(), "", problem);
        return refused(context, problem);
    }

    private Response refused(ContainerRequestContext context, Problem problem) {
        String sentence = ProblemTexts.in(Call.of(context).locale()).sentence(problem);
        return message(context, "signInFailed", List.of(sentence), true, Response.Status.FORBIDDEN);
    }

    /** Asks for the code for emergencies. */
    @GET
    @Path("/sign-in/emergency")
    @OpenToAll
    public Response emergency(@Context ContainerRequestContext context) {
        return Response.ok(emergencyPage(context, "")).build();
    }

    private String emergencyPage(ContainerRequestContext context, String problem) {
        return templates.plain("emergency", Call.of(context).locale(), Map.of("problem", problem));
    }

    /** Takes the code for emergencies. */
    @POST
    @Path("/sign-in/emergency")
    @OpenToAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response emergency(@Context ContainerRequestContext context, @FormParam("code") String code) {
        try (Secret secret = Secret.of(isUsable(code) ? code : "-")) {
            Answer<OpenedSession> answer = signIns.breakGlass(Call.of(context).id(), secret);
            if (answer.failure().isPresent()) {
                String sentence = ProblemTexts.in(Call.of(context).locale())
                        .sentence(answer.failure().get());
                return Response.status(Response.Status.FORBIDDEN)
                        .entity(emergencyPage(context, sentence))
                        .build();
            }
            return opened(context, answer, "/");
        }
    }

    /** Where the provider sends the browser after the sign-out. */
    @GET
    @Path("/signed-out")
    @OpenToAll
    public Response signedOut(@Context ContainerRequestContext context) {
        return message(context, "signedOut", List.of(text(context, "signedOutText")), true, Response.Status.OK);
    }

    private Response message(
            ContainerRequestContext context, String title, List<String> lines, boolean again, Response.Status status) {
        Map<String, Object> values = Map.of("title", title, "lines", lines, "again", again);
        return Response.status(status)
                .entity(templates.plain("message", Call.of(context).locale(), values))
                .build();
    }

    private static String text(ContainerRequestContext context, String key) {
        return PageTemplates.text(Call.of(context).locale(), key);
    }
}
