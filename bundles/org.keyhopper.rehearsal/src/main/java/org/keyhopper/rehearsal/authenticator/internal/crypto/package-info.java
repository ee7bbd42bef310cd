/**
 * The cryptographic algorithms of the simulated authenticator: P-256, digests, and the authenticator's side of the
 * PIN/UV auth protocols. Called by the commands.
 */
package org.keyhopper.rehearsal.authenticator.internal.crypto;
