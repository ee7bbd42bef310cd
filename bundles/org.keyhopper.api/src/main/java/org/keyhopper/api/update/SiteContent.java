package org.keyhopper.api.update;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/**
 * The content of a site, compared with the installation.
 *
 * @param trustProblem why its content is not trusted; such content is installed only if the policy allows it and the
 *     operator accepts it
 * @param newer installed parts of which the site has a newer version
 * @param offered parts that are not installed
 */
public record SiteContent(URI site, Optional<Problem> trustProblem, List<Part> newer, List<Part> offered) {
    public SiteContent {
        newer = List.copyOf(newer);
        offered = List.copyOf(offered);
    }
}
