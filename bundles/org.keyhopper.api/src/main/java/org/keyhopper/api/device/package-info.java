/** What a FIDO2 device is and says of itself: facts, never behaviour. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.api.device;
