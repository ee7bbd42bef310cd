package org.keyhopper.central.server.internal.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.central.Central;
import org.keyhopper.central.escrow.Escrow;
import org.keyhopper.central.licence.Licensing;
import org.keyhopper.central.portal.BrowserCall;
import org.keyhopper.central.portal.PageTemplates;
import org.keyhopper.central.portal.Portal;
import org.keyhopper.central.portal.PortalServices;
import org.keyhopper.central.portal.UpdateSite;
import org.keyhopper.central.server.internal.api.Call;
import org.keyhopper.central.server.internal.api.ProblemReply;
import org.keyhopper.central.server.internal.pickup.PickUpService;
import org.keyhopper.central.server.internal.signin.IdentityProvider;
import org.keyhopper.central.signin.SignIns;

/** Puts the pages together: those of the sign-in, which are here, and those of the portal. */
public final class Pages implements AutoCloseable {

    private final Portal portal;
    private final Object[] resources;

    /**
     * What the pages say of this Central.
     *
     * @param version of the program
     * @param certificateEnd when the certificate of the server ends, if it has one of its own
     * @param downloads the folder of the files for download, if there is one
     */
    public record Installation(
            String publicUrl, String version, Optional<Instant> certificateEnd, Optional<Path> downloads) {}

    public Pages(
            Central central,
            SignIns signIns,
            Optional<IdentityProvider> provider,
            Licensing licensing,
            Escrow escrow,
            Optional<PickUpService> pickUp,
            Installation installation) {
        String publicUrl = installation.publicUrl();
        PageTemplates templates = new PageTemplates();
        portal = new Portal(
                new PortalServices(
                        central,
                        licensing,
                        escrow,
                        pickUp.isPresent(),
                        Pages::visit,
                        ProblemReply::status,
                        URI.create(publicUrl).getHost(),
                        installation.version(),
                        installation.certificateEnd(),
                        installation.downloads(),
                        publicUrl),
                templates);
        Optional<PickUpPages> people = pickUp.flatMap(service -> provider.map(
                it -> new PickUpPages(service.calls(central), signIns, it, service.settings(), templates)));
        List<Object> all = new ArrayList<>(List.of(
                new ProblemPages(templates),
                new SignInResource(signIns, provider, templates, people),
                new SessionPage(signIns, provider, portal, publicUrl),
                new AuthorizePage(central, templates, publicUrl),
                new UpdateSiteResource(new UpdateSite(installation.downloads())),
                new ApiPage(templates)));
        people.ifPresent(all::add);
        all.addAll(portal.resources());
        resources = all.toArray();
    }

    /** Returns the resources of all pages. */
    public Object[] resources() {
        return resources.clone();
    }

    /** Ends what would hold up the end of the server. */
    @Override
    public void close() {
        portal.close();
    }

    private static BrowserCall visit(ContainerRequestContext context) {
        Call call = Call.of(context);
        return new BrowserCall(Call.signedIn(context), call.id(), call.locale());
    }
}
