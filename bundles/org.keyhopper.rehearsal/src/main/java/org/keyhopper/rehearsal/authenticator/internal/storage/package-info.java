/**
 * The encoding of authenticator state in files. Called by {@link org.keyhopper.rehearsal.authenticator.card.CardFile}.
 */
package org.keyhopper.rehearsal.authenticator.internal.storage;
