/** Central's own access tokens, bound to the key of their holder by DPoP (RFC 9449). Called by the API. */
package org.keyhopper.central.server.internal.token;
