/** Updates of the product from a site, and drivers that were dropped in. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.api.update;
