package org.keyhopper.host.internal;

import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.core.request.Tally;

/**
 * How a run ended.
 *
 * @param tally how the request stands afterwards, whoever brought it there
 * @param halt why the run did not come to its end; empty where it did
 */
public record RunResult(Tally tally, Optional<Problem> halt) {}
