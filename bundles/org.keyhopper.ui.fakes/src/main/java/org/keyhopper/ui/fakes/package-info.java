/** A station in memory, and made-up people, devices and moments of a run, for the tests of the desk. Not in the product. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.fakes;
