/** How operators sign in: attempts at the identity provider, sessions, the first administrator, the code for emergencies. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.central.signin;
