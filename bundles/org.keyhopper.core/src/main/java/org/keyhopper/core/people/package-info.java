/** People of a directory: who may be taken into a request, who has a passkey already, what became of them since. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.people;
