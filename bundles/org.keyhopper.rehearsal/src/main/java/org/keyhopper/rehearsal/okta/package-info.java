/** An org of Okta on this computer: real HTTP, real WebAuthn verification, and misbehaviour on demand. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.okta;
