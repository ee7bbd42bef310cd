/** The write-ahead journal of ceremonies, from which an interrupted one is reconciled. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.journal;
