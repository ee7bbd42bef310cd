/**
 * Runs, checks and reconciliations without a window: makes the operator's choices from options or at the terminal.
 * Called by the commands.
 */
package org.keyhopper.host.internal.run;
