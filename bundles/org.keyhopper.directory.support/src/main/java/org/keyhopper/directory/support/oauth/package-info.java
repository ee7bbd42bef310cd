/** OAuth 2.0: the ways of signing in, and tokens that renew themselves. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.keyhopper.directory.support.oauth;
