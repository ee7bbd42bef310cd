/** Initial PINs that people pick up at Central: a second copy of each, which Central can open, the invitation by mail, and who gets to see the PIN. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.pickup;
