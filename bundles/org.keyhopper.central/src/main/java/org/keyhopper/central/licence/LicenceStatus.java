package org.keyhopper.central.licence;

import java.util.Optional;
import java.util.OptionalInt;
import org.keyhopper.api.diagnostic.Problem;

/**
 * The licence now.
 *
 * @param licence what is valid, or was
 * @param devices provisioned within the last 365 days
 * @param problem why no new request may be created; empty if one may
 * @param daysLeft until it expires, when that is within {@link Licensing#WARNING}
 */
public record LicenceStatus(Optional<Licence> licence, int devices, Optional<Problem> problem, OptionalInt daysLeft) {}
