package org.keyhopper.store.internal;

import org.keyhopper.api.diagnostic.ProblemCode;

/** A problem code read from the database; its driver or connector may not be installed any more. */
record StoredProblemCode(String id) implements ProblemCode {}
