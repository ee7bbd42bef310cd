/** The SPI for transports: providers that watch for devices, and channels that carry CTAP messages. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.api.transport;
