/** Helper and client of the device proxy, which share only the wire protocol and the logger in this package. */
package org.keyhopper.transport.helper.internal;
