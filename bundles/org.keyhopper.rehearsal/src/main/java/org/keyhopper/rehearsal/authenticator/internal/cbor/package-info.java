/**
 * Canonical CBOR (CTAP 2.1, section 8) and typed access to parameters. Called by the commands and by the package
 * {@code storage}.
 */
package org.keyhopper.rehearsal.authenticator.internal.cbor;
