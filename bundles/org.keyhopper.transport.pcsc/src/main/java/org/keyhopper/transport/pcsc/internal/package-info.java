/**
 * The transport to cards in PC/SC readers: monitoring of readers, connections with timeouts, and the channel of an
 * open card. Exposed only as the OSGi service {@link org.keyhopper.api.transport.TransportProvider}.
 */
package org.keyhopper.transport.pcsc.internal;
