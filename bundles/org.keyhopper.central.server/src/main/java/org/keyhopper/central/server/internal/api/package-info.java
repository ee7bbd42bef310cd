/** The API under {@code /api/v1}: one class per resource, problems as RFC 9457, and the authentication of every call. */
package org.keyhopper.central.server.internal.api;
