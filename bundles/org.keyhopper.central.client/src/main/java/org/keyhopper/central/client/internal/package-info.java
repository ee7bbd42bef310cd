/**
 * The port {@link org.keyhopper.core.central.CentralEnrolments} over HTTPS and JSON: tokens bound to the key of the station
 * (RFC 7523, RFC 9449), repetition of calls, and TLS with a pinned key. Used only through the OSGi service {@link
 * org.keyhopper.core.central.CentralConnector}.
 */
package org.keyhopper.central.client.internal;
