/**
 * A simulated card printer: one machine that moves cards between hopper, stations and trays and lets things go wrong, and
 * several languages to talk to it. Written from the same facts as the drivers: it proves that the two agree, no more.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.printer;
