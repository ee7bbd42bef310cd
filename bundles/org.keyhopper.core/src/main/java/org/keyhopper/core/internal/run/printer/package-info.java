/**
 * Runs through card printers, and how a printer learns its reader. Created by the station, driven by user interfaces through
 * {@link org.keyhopper.core.automatic.AutomaticRun}.
 */
package org.keyhopper.core.internal.run.printer;
