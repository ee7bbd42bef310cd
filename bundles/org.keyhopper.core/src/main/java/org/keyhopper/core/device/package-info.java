/**
 * The connected devices of all transports, each with its worker thread, and the management of one device outside of
 * runs.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.device;
