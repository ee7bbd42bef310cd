/**
 * A simulated card printer: one machine that moves cards between hopper, encoders and trays and lets things go wrong, and
 * the frame for the languages spoken to it. A vendor's language lives with the tests of the vendor's driver.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.printer;
