/** The devices that are here now, over all transports, each with its worker. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.device;
