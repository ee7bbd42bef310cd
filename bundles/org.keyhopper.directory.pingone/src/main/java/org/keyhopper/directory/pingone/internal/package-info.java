/**
 * The connector to PingOne over its platform API: settings, sign-in, requests, responses and errors. Exposed only as the
 * OSGi service {@link org.keyhopper.api.directory.DirectoryConnector}.
 */
package org.keyhopper.directory.pingone.internal;
