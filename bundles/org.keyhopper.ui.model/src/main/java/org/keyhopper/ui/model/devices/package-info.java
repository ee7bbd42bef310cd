/** Presenters of the Devices perspective: connected devices and their content, and the inventory. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model.devices;
