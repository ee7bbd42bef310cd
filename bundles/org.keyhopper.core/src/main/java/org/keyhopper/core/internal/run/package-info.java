/**
 * The engine of both kinds of runs: start and end of a run, its recipients, outcomes, look-ups ahead and listeners. Used by the
 * packages {@code manual} and {@code printer}, which differ in how a device comes to its recipient, and by {@code people}, which
 * prepares runs.
 */
package org.keyhopper.core.internal.run;
