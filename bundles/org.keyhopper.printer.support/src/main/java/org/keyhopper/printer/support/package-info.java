/** Classes shared by card printer drivers: byte streams with deadlines, the session of a card, and address options. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.printer.support;
