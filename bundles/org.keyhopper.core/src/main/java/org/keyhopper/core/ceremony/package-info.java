/** The ceremony: provisioning one device for one recipient. What it is ordered to do, its steps, and its progress. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.ceremony;
