package org.keyhopper.central.server.internal.token;

import java.util.Optional;

/**
 * Whose an access token is.
 *
 * @param station the id of the station or API client, whose key it is bound to
 * @param operator the id of the operator who signed in at the station, if one did
 */
public record TokenSubject(String station, Optional<String> operator) {}
