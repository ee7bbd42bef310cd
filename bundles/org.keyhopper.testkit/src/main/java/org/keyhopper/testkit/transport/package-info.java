/** What every transport must do, as tests to inherit. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.testkit.transport;
