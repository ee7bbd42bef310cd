/** The documents of the product: found by topic, rendered to HTML, opened by the window and the command line. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.help;
