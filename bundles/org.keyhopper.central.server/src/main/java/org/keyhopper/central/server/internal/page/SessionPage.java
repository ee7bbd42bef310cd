package org.keyhopper.central.server.internal.page;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.portal.Portal;
import org.keyhopper.central.server.internal.api.Call;
import org.keyhopper.central.server.internal.signin.Cookies;
import org.keyhopper.central.server.internal.signin.IdentityProvider;
import org.keyhopper.central.signin.SignIns;
import org.keyhopper.central.signin.SignedIn;

/** What the session of a browser does beside the pages of the portal: becoming the first administrator, and signing out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public final class SessionPage {

    private final SignIns signIns;
    private final Optional<IdentityProvider> provider;
    private final Portal portal;
    private final String publicUrl;

    SessionPage(SignIns signIns, Optional<IdentityProvider> provider, Portal portal, String publicUrl) {
        this.signIns = signIns;
        this.provider = provider;
        this.portal = portal;
        this.publicUrl = publicUrl;
    }

    /** Takes the code of the first administrator. */
    @POST
    @Path("/administrator")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response becomeAdministrator(@Context ContainerRequestContext context, @FormParam("code") String code) {
        try (Secret secret = Secret.of(code == null ? "" : code)) {
            Optional<Problem> problem =
                    signIns.becomeAdministrator(Call.caller(context), secret).failure();
            return problem.map(it -> portal.withoutRole(context, it))
                    .orElseGet(() -> Response.seeOther(URI.create("/")).build());
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
