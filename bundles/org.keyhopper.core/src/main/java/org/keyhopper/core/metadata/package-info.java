/** What makers and the FIDO Alliance say about models of devices. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.metadata;
