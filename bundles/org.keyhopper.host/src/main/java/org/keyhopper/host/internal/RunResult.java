package org.keyhopper.host.internal;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.Tally;

/**
 * The result of a run.
 *
 * @param tally of the request afterwards, including the work of others
 * @param halt why the run ended early; empty otherwise
 */
public record RunResult(Tally tally, Optional<Problem> halt) {}
