/** Downloads: packages of the application and the SDK, from a folder that the administrator fills. Called by the server. */
package org.keyhopper.central.portal.internal.download;
