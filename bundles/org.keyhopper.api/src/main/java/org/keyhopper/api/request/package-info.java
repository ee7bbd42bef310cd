/** Provisioning requests: recipients, profiles and outcomes, and the questions to the operator. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.api.request;
