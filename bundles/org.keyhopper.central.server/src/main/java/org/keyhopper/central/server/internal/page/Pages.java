package org.keyhopper.central.server.internal.page;

import java.util.Optional;
import org.keyhopper.central.Central;
import org.keyhopper.central.server.internal.signin.IdentityProvider;
import org.keyhopper.central.signin.SignIns;

/** Puts the pages together. */
public final class Pages {

    private Pages() {}

    /** Returns the resources of all pages. */
    public static Object[] of(Central central, SignIns signIns, Optional<IdentityProvider> provider, String publicUrl) {
        Templates templates = new Templates();
        return new Object[] {
            new SignInResource(signIns, provider, templates),
            new RequestsPage(central.requests(), signIns, provider, templates, publicUrl),
            new AuthorizePage(central, templates, publicUrl),
            new ApiPage(templates)
        };
    }
}
