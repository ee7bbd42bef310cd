/** Updates of the product from a site, and drop-in drivers. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.api.update;
