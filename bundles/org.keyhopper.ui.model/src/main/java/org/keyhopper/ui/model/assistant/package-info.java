/** The assistant that leads a new installation to the first provisioned person. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.ui.model.assistant;
