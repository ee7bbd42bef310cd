/** A realm of Keycloak on this computer: real HTTP, and an admin API that verifies as little as Keycloak's. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.rehearsal.keycloak;
