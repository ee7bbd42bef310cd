/** The diagnostic file for support, without secrets and names of people. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.support;
