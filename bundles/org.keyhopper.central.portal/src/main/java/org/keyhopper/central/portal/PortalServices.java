package org.keyhopper.central.portal;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.Central;
import org.keyhopper.central.escrow.Escrow;
import org.keyhopper.central.licence.Licensing;

/**
 * What the pages work with.
 *
 * @param escrow the initial PINs that are kept here
 * @param pickUp whether people pick up their PINs here
 * @param visits returns who makes a call; every call has been authenticated
 * @param status returns the HTTP status of a problem, which is that of the API
 * @param name the name by which stations call this Central
 * @param version of this program
 * @param certificateEnd when the certificate of the server expires; empty without TLS
 * @param downloads the folder with packages that this Central offers
 * @param publicUrl the address of this Central, without a slash at its end
 */
public record PortalServices(
        Central central,
        Licensing licensing,
        Escrow escrow,
        boolean pickUp,
        Function<ContainerRequestContext, BrowserCall> visits,
        ToIntFunction<Problem> status,
        String name,
        String version,
        Optional<Instant> certificateEnd,
        Optional<Path> downloads,
        String publicUrl) {
    public PortalServices {
        Objects.requireNonNull(central);
        Objects.requireNonNull(licensing);
        Objects.requireNonNull(escrow);
        Objects.requireNonNull(visits);
        Objects.requireNonNull(status);
        Objects.requireNonNull(name);
        Objects.requireNonNull(version);
        Objects.requireNonNull(certificateEnd);
        Objects.requireNonNull(downloads);
        Objects.requireNonNull(publicUrl);
    }
}
