/** The Devices place: what is plugged in and what is on it, and the inventory of what was given to whom. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model.devices;
