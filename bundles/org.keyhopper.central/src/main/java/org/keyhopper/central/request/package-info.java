/** Requests as operators manage them: creation, approval, assignment, deletion. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.request;
