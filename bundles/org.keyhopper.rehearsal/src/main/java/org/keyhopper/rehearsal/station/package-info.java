/** A complete station of simulated devices and a simulated directory, for training, acceptance and the first run. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.station;
