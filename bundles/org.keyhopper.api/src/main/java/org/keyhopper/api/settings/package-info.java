/** Settings that a connector or driver declares and the operator fills in, and the secrets among them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.api.settings;
