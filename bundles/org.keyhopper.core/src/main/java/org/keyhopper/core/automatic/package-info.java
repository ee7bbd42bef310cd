/** Runs through card printers: what can be asked for, followed and chosen. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.automatic;
