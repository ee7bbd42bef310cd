/** Who may do what: privileges, roles, their scope, and the one check of them. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.access;
