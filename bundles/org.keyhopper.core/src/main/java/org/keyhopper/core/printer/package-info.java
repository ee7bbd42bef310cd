/** The printers a station can reach, and which reader is behind which of their stations. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.printer;
