/** The PIN office: sealed PINs of a request, their release, letters, and hand-over. Called by the dialogs of the Results perspective. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model.pins;
