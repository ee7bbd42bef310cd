package org.keyhopper.api.update;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;

/**
 * What a site has for this installation.
 *
 * @param distrust why its content is not trusted; such content is installed only where the policy allows it, and only for
 *     somebody who was told
 * @param newer installed parts of which the site has a newer version
 * @param offered parts that are not installed
 */
public record SiteContent(URI site, Optional<Problem> distrust, List<Part> newer, List<Part> offered) {
    public SiteContent {
        newer = List.copyOf(newer);
        offered = List.copyOf(offered);
    }
}
