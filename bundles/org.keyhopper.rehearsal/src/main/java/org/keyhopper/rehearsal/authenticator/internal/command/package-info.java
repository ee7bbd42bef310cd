/**
 * The CTAP commands of the simulated authenticator (CTAP 2.1, section 6), one class each, and their dispatcher. Called
 * by {@link org.keyhopper.rehearsal.authenticator.SoftwareAuthenticator}.
 */
package org.keyhopper.rehearsal.authenticator.internal.command;
