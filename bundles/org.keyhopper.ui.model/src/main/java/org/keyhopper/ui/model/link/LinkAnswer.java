package org.keyhopper.ui.model.link;

import java.util.Optional;
import org.keyhopper.core.request.RequestId;

/**
 * The response to a followed link.
 *
 * @param text one sentence or two
 * @param request the request to provision if the operator confirms; empty if there is nothing to confirm
 */
public record LinkAnswer(String text, Optional<RequestId> request) {}
