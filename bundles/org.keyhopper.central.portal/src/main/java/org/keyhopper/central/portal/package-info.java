/** The pages of Central for a browser. The server registers their resources, and renders its own pages of the sign-in with their templates. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.portal;
