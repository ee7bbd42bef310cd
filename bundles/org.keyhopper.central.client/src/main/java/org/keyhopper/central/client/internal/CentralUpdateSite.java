package org.keyhopper.central.client.internal;

import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.keyhopper.api.update.OfferedSite;
import org.keyhopper.core.central.CentralMembership;
import org.keyhopper.core.central.Membership;
import org.keyhopper.core.station.Station;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The update site that a Central serves beside its API. */
@Component(service = OfferedSite.class)
public final class CentralUpdateSite implements OfferedSite {

    private static final String PATH = "/updates/";

    private final CentralMembership central;

    @Activate
    public CentralUpdateSite(@Reference Station station) {
        this(station.central());
    }

    CentralUpdateSite(CentralMembership central) {
        this.central = central;
    }

    @Override
    public Optional<URI> address() {
        return ofMember(membership -> Optional.of(URI.create(membership.address() + PATH)));
    }

    @Override
    public Optional<SSLContext> trust() {
        return ofMember(membership -> membership.fingerprint().map(ServerTrust::pinned));
    }

    private <T> Optional<T> ofMember(Function<Membership, Optional<T>> value) {
        return central.current().flatMap(membership -> {
            try (membership) {
                return value.apply(membership);
            }
        });
    }
}
