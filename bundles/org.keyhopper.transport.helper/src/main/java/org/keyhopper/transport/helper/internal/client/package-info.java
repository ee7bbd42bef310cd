/**
 * The client's side: a transport whose devices are those of a helper process. Exposed only as the OSGi service {@link
 * org.keyhopper.api.transport.TransportProvider}.
 */
package org.keyhopper.transport.helper.internal.client;
