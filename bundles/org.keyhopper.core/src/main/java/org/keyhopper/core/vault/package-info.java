/** Initial PINs, kept encrypted until they are shown, or sealed to an organisation so that only its key opens them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.vault;
