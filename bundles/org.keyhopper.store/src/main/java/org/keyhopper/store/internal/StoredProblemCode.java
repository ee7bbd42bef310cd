package org.keyhopper.store.internal;

import org.keyhopper.api.diagnostic.ProblemCode;

/** A problem's code as it was read back; the driver or connector it came from may not be installed any more. */
record StoredProblemCode(String id) implements ProblemCode {}
