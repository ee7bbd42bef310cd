/**
 * The engine of the simulated authenticator: volatile state, PIN tokens and status codes, shared by the commands.
 * Called by {@link org.keyhopper.rehearsal.authenticator.SoftwareAuthenticator} and the package {@code command}.
 */
package org.keyhopper.rehearsal.authenticator.internal;
