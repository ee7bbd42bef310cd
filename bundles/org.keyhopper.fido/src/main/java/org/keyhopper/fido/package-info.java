/** A FIDO2 authenticator as the enrolment procedure uses it, over any channel. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.fido;
