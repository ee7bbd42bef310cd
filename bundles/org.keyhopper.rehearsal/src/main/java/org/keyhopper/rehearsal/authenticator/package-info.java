/** A CTAP 2.1 authenticator in software, for rehearsals and tests: real cryptography, no secure element. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.authenticator;
