/**
 * The connector to Microsoft Entra ID over Microsoft Graph: settings, sign-in, requests, responses and errors. Exposed only as the
 * OSGi service {@link org.keyhopper.api.directory.DirectoryConnector}.
 */
package org.keyhopper.directory.entra.internal;
