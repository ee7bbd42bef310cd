/** Joining the Central of an organisation, its state in the header, and what it allows at this station. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model.central;
