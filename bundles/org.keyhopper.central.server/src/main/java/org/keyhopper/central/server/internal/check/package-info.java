/** What {@code keyhopper-central check} examines beyond the configuration file itself. */
package org.keyhopper.central.server.internal.check;
