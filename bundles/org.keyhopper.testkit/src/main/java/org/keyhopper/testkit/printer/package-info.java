/** What every printer driver must do, as JUnit tests for a simulator or a printer with a person beside it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.testkit.printer;
