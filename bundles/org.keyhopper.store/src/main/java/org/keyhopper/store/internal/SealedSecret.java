package org.keyhopper.store.internal;

/**
 * A secret as it is stored.
 *
 * @param location what it is bound to
 */
record SealedSecret(String key, AssociatedData location, String sealed) {}
