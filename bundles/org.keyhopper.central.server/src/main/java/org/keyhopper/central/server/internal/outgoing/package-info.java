/**
 * Connections that Central opens to directories and sinks: none leads into the server's own network unless an administrator
 * allows the host. Put into place by the server when it starts.
 */
package org.keyhopper.central.server.internal.outgoing;
