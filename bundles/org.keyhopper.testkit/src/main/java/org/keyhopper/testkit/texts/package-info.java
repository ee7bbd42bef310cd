/** Contract of the texts that a driver or connector brings along. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.testkit.texts;
