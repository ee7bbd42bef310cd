package org.keyhopper.api.diagnostic;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A stable code for one kind of failure, implemented by one enum per area. The text for operators (title, cause, next
 * step) is looked up by {@link #id()}, so the id of a code never changes.
 */
@ConsumerType
public interface ProblemCode {

    /** Returns the stable id: area, dot, words joined by hyphens; for example {@code device.pin-blocked}. */
    String id();
}
