/** What stands between the network and the API: deadlines of slow callers, the limit of bodies, and the addresses behind named proxies. */
package org.keyhopper.central.server.internal.http;
