/** The contract of transports, as JUnit tests to be inherited. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.testkit.transport;
