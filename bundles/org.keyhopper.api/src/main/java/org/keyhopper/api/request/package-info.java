/** Provisioning requests, their recipients, profiles and outcomes, and what is asked of the operator. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.api.request;
