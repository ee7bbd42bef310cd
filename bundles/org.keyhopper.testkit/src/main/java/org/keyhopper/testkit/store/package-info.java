/** What every store of requests must do, as JUnit tests to be inherited by its author. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.testkit.store;
