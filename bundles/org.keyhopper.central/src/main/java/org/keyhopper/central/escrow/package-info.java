/** Initial PINs in escrow: sealed by stations to the organisation's certificate, stored so, and released so. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.escrow;
