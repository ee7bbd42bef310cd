/** Reconciling interrupted ceremonies with the directory and the connected devices. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.reconcile;
