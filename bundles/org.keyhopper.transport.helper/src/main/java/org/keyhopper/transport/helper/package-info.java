/** Lets a process with the right to use devices lend them to one without. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.transport.helper;
