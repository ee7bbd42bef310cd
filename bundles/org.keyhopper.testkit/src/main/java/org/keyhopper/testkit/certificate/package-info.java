/** Keys and certificates for tests of sign-ins, signatures and TLS. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.testkit.certificate;
