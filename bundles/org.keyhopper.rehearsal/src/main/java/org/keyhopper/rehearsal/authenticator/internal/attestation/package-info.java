/**
 * The certificates of simulated authenticators and of rehearsal metadata, derived from fixed seeds. Called by the
 * command makeCredential and by {@link org.keyhopper.rehearsal.authenticator.RehearsalMetadata}.
 */
package org.keyhopper.rehearsal.authenticator.internal.attestation;
