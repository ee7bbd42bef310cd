/** How long records are kept, and the records of one person: exported and erased. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.records;
