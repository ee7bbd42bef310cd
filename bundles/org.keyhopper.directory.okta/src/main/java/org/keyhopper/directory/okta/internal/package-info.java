/**
 * The connector to Okta over its Users and Factors API: settings, sign-in, requests, responses and errors. Exposed only as the
 * OSGi service {@link org.keyhopper.api.directory.DirectoryConnector}.
 */
package org.keyhopper.directory.okta.internal;
