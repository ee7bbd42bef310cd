/**
 * A simulated card printer: a machine that moves cards between hopper, encoders and trays with injectable faults, and
 * the interface for vendor protocols, which are part of the tests of the drivers.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.printer;
