/** Gives a process without permission to use devices access to them through a helper process with that permission. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.transport.helper;
