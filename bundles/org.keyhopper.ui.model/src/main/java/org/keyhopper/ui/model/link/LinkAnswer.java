package org.keyhopper.ui.model.link;

import java.util.Optional;
import org.keyhopper.core.request.RequestId;

/**
 * What the operator is told of a link that was followed.
 *
 * @param text one sentence or two
 * @param request the request to be worked on if the operator says so; empty when there is nothing to say yes to
 */
public record LinkAnswer(String text, Optional<RequestId> request) {}
