/**
 * The SQL implementation of the store interfaces in {@code org.keyhopper.core}, on SQLite or PostgreSQL, with the
 * encryption of secrets and the files beside the database. Exposed as OSGi services and through {@link
 * org.keyhopper.store.StationStore}.
 */
package org.keyhopper.store.internal;
