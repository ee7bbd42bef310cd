package org.keyhopper.api.diagnostic;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A stable name for one kind of failure. Implemented by enums, one per area. The text an operator reads (title, cause,
 * what to do) is found by {@link #id()}, so a code never changes its id.
 */
@ConsumerType
public interface ProblemCode {

    /** Returns the stable id: area, dot, words joined by hyphens; for example {@code device.pin-blocked}. */
    String id();
}
