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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.Central;
import org.keyhopper.central.portal.PageTemplates;
import org.keyhopper.central.server.internal.api.Call;
import org.keyhopper.central.signin.SignedIn;
import org.keyhopper.central.station.Station;

/**
 * Where an operator lets a station work for them: the authorization endpoint (RFC 6749 section 3.1) for native
 * applications (RFC 8252). The code goes to loopback addresses only.
 */
@Path("/authorize")
@Produces(MediaType.TEXT_HTML)
public final class AuthorizePage {

    private static final Pattern LOOPBACK =
            Pattern.compile("http://(127\\.0\\.0\\.1|\\[::1]):[1-9][0-9]{0,4}/[A-Za-z0-9/_-]{0,100}");
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern STATE = Pattern.compile("[A-Za-z0-9._~-]{1,200}");

    private final Central central;
    private final PageTemplates templates;
    private final String publicUrl;

    AuthorizePage(Central central, PageTemplates templates, String publicUrl) {
        this.central = central;
        this.templates = templates;
        this.publicUrl = publicUrl;
    }

    /** Asks the operator. */
    @GET
    public Response ask(
            @Context ContainerRequestContext context,
            @QueryParam("response_type") String type,
            @QueryParam("client_id") String client,
            @QueryParam("redirect_uri") String redirect,
            @QueryParam("code_challenge") String challenge,
            @QueryParam("code_challenge_method") String method,
            @QueryParam("state") String state) {
        Optional<Station> station = "code".equals(type) && "S256".equals(method) && isUsable(redirect, challenge, state)
                ? station(client)
                : Optional.empty();
        if (station.isEmpty()) {
            return refused(context);
        }
        SignedIn signedIn = Call.signedIn(context);
        Map<String, Object> values = Map.of(
                "operator", signedIn.name(),
                "csrf", signedIn.session().csrf(),
                "station", station.get().name(),
                "client", station.get().id(),
                "redirect", redirect,
                "challenge", challenge,
                "state", state);
        return Response.ok(templates.plain("authorize", Call.of(context).locale(), values))
                .build();
    }

    private static boolean isUsable(String redirect, String challenge, String state) {
        return matches(LOOPBACK, redirect) && matches(CHALLENGE, challenge) && matches(STATE, state);
    }

    private static boolean matches(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches();
    }

    private Optional<Station> station(String id) {
        return Optional.ofNullable(id)
                .flatMap(central.stations()::find)
                .filter(station -> station.kind() == Station.Kind.STATION);
    }

    private Response refused(ContainerRequestContext context) {
        String reason = PageTemplates.text(Call.of(context).locale(), "notAStation");
        Map<String, Object> values = Map.of("title", "signInFailed", "lines", List.of(reason), "again", false);
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(templates.plain("message", Call.of(context).locale(), values))
                .build();
    }

    /** Sends the code to the station. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response agreed(
            @Context ContainerRequestContext context,
            @FormParam("client") String client,
            @FormParam("redirect") String redirect,
            @FormParam("challenge") String challenge,
            @FormParam("state") String state) {
        if (!isUsable(redirect, challenge, state) || client == null) {
            return refused(context);
        }
        Answer<String> code = central.stationSignIns().authorize(Call.signedIn(context), client, redirect, challenge);
        return code.result()
                .map(value -> Response.seeOther(URI.create(redirect + "?code=" + value + "&state=" + state + "&iss="
                                + URLEncoder.encode(publicUrl, StandardCharsets.UTF_8)))
                        .build())
                .orElseGet(() -> refused(context));
    }
}
