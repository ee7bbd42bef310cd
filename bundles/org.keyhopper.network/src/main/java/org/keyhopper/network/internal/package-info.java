/**
 * Applies the network settings of a station to the Java runtime. Exposed only as the OSGi service {@link
 * org.keyhopper.api.network.Network}.
 */
package org.keyhopper.network.internal;
