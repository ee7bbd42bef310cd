/**
 * The master key source that uses the operating system's key store through Equinox secure storage. Exposed only as the
 * OSGi service {@link org.keyhopper.store.MasterKeySource}.
 */
package org.keyhopper.keystore.internal;
