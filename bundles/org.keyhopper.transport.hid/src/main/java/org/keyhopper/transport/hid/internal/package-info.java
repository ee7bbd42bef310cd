/**
 * The transport to USB keys through hidapi: enumeration, one thread for all native calls, and the channel of an open
 * key. Exposed only as the OSGi service {@link org.keyhopper.api.transport.TransportProvider}.
 */
package org.keyhopper.transport.hid.internal;
