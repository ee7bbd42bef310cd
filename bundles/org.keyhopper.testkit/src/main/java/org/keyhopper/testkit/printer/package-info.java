/** The contract of printer drivers, as JUnit tests to be inherited; runs with a simulator or a real printer. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.testkit.printer;
