package org.keyhopper.api.diagnostic;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * A stable code for one kind of failure, implemented by one enum per area, of the product or of a driver or connector.
 * The texts for operators are looked up by {@link #id()} with {@code .title}, {@code .cause} and {@code .action}
 * appended, in the file {@code OSGI-INF/l10n/keyhopper.properties} of the bundle that has the code. The id never changes.
 */
@ConsumerType
public interface ProblemCode {

    /**
     * Returns the stable id: area, dot, words joined by hyphens; for example {@code device.pin-blocked}. The area of a
     * driver or connector that is not part of the product is the name of its vendor: {@code acme.ribbon-worn}.
     */
    String id();
}
