/** What an administrator decides for the organisation: privileged groups, and roles from claims. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.policy;
