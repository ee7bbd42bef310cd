/** Users of a directory outside of runs: candidates for a request, their passkeys, and recipients that have changed. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.people;
