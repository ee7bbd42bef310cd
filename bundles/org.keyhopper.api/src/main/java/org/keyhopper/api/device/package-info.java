/** Values that describe FIDO2 devices: what they report, their credentials and their failures. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.api.device;
