/**
 * An open directory during a run: waiting out its outages, and the people already looked up. Used by the run engine and by
 * look-ups before a run.
 */
package org.keyhopper.core.internal.directory;
