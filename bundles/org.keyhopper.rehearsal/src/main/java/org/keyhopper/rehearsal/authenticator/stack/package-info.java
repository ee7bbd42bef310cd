/** A stack of simulated cards in front of one virtual reader, driven by one-line commands. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.authenticator.stack;
