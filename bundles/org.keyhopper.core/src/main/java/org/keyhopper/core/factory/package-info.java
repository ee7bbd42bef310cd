/** Creates stations outside of the service registry. The only exported package that uses internal ones. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.factory;
