/** Provisioning requests as they are kept: recipients, outcomes, tallies, claims. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.core.request;
