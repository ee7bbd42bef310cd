/** A simulated authenticator as an ISO 7816 card, alone or in a virtual PC/SC reader. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.authenticator.card;
