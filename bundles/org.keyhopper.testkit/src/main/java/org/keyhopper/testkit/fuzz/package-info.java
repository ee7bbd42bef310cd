/** Feeds parsers with changed input. Called by the tests of whatever reads what others have written. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.testkit.fuzz;
