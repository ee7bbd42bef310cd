/** A sandbox OpenID provider for Central: one account per role, and misbehaviours. Used by tests and by a rehearsal of Central. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.oidc;
