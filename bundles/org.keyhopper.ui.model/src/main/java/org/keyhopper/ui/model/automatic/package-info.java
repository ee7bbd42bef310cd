/** Presenters of a printer run, its setup, and the pairing of printers and readers. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model.automatic;
