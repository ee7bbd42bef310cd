/** The simulated authenticator as a USB key: CTAPHID reports over a socket to a simulated USB port. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.authenticator.hid;
