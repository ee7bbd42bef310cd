/**
 * Manual runs: an operator inserts the devices. Created by the station, driven by user interfaces through
 * {@link org.keyhopper.core.run.Run}.
 */
package org.keyhopper.core.internal.run.manual;
