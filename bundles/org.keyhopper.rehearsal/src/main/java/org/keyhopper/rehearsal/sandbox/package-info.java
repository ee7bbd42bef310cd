/** What the sandbox directories have in common: HTTP on loopback, people, rules for misbehaviour, WebAuthn verification. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.sandbox;
