/** The organisation's policy for its stations. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.api.policy;
