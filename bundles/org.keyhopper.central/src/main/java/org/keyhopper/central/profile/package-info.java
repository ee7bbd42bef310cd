/** Profiles that are kept under a name, from which requests are made. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.profile;
