/** How a process reaches services on the network; used by Central, which has its settings in a file of its own. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.network;
