/** An in-memory station and sample data for tests of the user interface. Not part of the product. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.fakes;
