/**
 * Prints results and the progress of runs, as text or as JSON lines. Used by the commands and by {@code
 * host.internal.run}.
 */
package org.keyhopper.host.internal.output;
