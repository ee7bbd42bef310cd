/** Metadata of authenticator models (FIDO Metadata Service 3): where a station keeps it, and which edition it has. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.metadata;
