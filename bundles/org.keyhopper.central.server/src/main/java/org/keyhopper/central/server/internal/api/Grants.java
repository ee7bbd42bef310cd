package org.keyhopper.central.server.internal.api;

import java.util.List;
import java.util.Optional;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.operator.StoredRole;
import org.keyhopper.central.server.internal.model.GrantBody;
import org.keyhopper.central.storage.CentralStore;

/** Reads roles with their scopes; a role that does not exist is a BadCallException. */
record Grants(CentralStore store) {

    private static final int MOST = 100;

    List<Grant> read(List<GrantBody> bodies) {
        return Given.list("grants", bodies, MOST).stream()
                .map(body -> grant(body.role(), body.directory(), body.site()))
                .toList();
    }

    Grant grant(String role, String directory, String site) {
        return new Grant(role(Given.text("role", role, Given.NAME)), scope(directory, site));
    }

    private Role role(String name) {
        Optional<StoredRole> role = store.write(in -> in.operators().role(name));
        return role.orElseThrow(() -> new BadCallException("role")).role();
    }

    private static Scope scope(String directory, String site) {
        if (directory != null && site != null) {
            throw new BadCallException("directory, site");
        }
        if (directory != null) {
            return new Scope.OneDirectory(Given.text("directory", directory, Given.NAME));
        }
        return site == null ? new Scope.Everything() : new Scope.OneSite(Given.text("site", site, Given.NAME));
    }
}
