/** Files that come in and go out: lists of recipients, profiles, reports. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.documents;
