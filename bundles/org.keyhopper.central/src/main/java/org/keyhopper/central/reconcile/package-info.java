/** Recipients whose outcome is not known: the evidence about them, and what is decided by it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.reconcile;
