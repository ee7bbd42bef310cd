/** Settling ceremonies whose end nobody saw. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.reconcile;
