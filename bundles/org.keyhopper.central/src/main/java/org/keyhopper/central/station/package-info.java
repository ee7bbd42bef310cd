/** Stations that joined Central, and the one-time codes with which they join. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.station;
