package org.keyhopper.app.internal;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.keyhopper.core.request.RequestId;

/**
 * What the desktop was started with.
 *
 * @param rehearsal whether simulated devices and a simulated directory are wanted
 * @param rest the arguments of the rehearsal
 * @param request the request of a {@code keyhopper://provision/REQUEST} address
 */
record Arguments(boolean rehearsal, List<String> rest, Optional<RequestId> request) {

    private static final String SCHEME = "keyhopper";
    private static final String PROVISION = "provision";

    static Arguments of(String... arguments) {
        List<String> all = List.of(arguments);
        boolean rehearsal = !all.isEmpty() && all.getFirst().equals("rehearse");
        Optional<RequestId> request =
                all.stream().map(Arguments::request).flatMap(Optional::stream).findFirst();
        return new Arguments(rehearsal, rehearsal ? all.subList(1, all.size()) : List.of(), request);
    }

    /** Reads the request out of an address; anything else, and anything odd in it, is no request. */
    private static Optional<RequestId> request(String argument) {
        if (!argument.startsWith(SCHEME + ":")) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(argument);
            String path = address.getPath() == null ? "" : address.getPath().replaceFirst("^/", "");
            boolean good = PROVISION.equals(address.getHost()) && path.matches("[A-Za-z0-9-]{1,64}");
            return good ? Optional.of(new RequestId(path)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
