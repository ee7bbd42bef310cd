/** The simulated authenticator as a key on USB: CTAPHID in reports, carried over a socket to whoever has a USB port. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.authenticator.hid;
