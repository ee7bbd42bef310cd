/** The ports through which the domain reads and writes; implemented by the store, and in memory by tests. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.storage;
