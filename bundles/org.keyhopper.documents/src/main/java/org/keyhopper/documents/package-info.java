/** Reads and writes files: lists of recipients, profiles and reports. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.documents;
