/**
 * FIDO2 authenticators at the level of CTAP 2.2 commands, independent of the transport, and the verification of what
 * they return.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.fido;
