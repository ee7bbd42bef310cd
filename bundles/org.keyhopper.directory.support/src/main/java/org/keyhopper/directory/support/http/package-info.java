/** Requests to a directory's HTTP interface: sending, retries, session renewal, paging. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.directory.support.http;
