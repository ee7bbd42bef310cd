package org.keyhopper.app.internal;

import java.util.List;
import java.util.Optional;
import org.keyhopper.ui.model.link.ProvisionLink;

/**
 * The program arguments of the desktop application.
 *
 * @param rehearsal whether simulated devices and a simulated directory are requested
 * @param rest the arguments of the rehearsal
 * @param link the {@code keyhopper://} link that was followed; among other arguments it is refused
 */
record Arguments(boolean rehearsal, List<String> rest, Optional<ProvisionLink> link) {

    static Arguments of(String... arguments) {
        List<String> all = List.of(arguments);
        boolean rehearsal = !all.isEmpty() && all.getFirst().equals("rehearse");
        Optional<ProvisionLink> link =
                all.stream().map(ProvisionLink::in).flatMap(Optional::stream).findFirst();
        return new Arguments(
                rehearsal,
                rehearsal ? all.subList(1, all.size()) : List.of(),
                all.size() > 1 ? link.map(one -> ProvisionLink.refused()) : link);
    }
}
