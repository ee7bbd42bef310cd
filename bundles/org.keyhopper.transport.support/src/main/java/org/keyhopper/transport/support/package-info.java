/** The base of transports: monitoring on a thread of its own, and reporting of states to the listener of each watch. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.transport.support;
