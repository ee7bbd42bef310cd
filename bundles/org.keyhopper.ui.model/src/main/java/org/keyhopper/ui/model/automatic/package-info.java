/** The run through printers as the desk shows it, its set-up, and the teaching of readers. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model.automatic;
