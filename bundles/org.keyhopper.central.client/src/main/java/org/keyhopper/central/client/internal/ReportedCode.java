package org.keyhopper.central.client.internal;

import java.util.Objects;
import org.keyhopper.api.diagnostic.ProblemCode;

/** A code that Central reported. */
record ReportedCode(String id) implements ProblemCode {
    ReportedCode {
        Objects.requireNonNull(id);
    }
}
