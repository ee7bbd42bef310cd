package org.keyhopper.directory.support.oauth;

import java.util.Optional;
import org.keyhopper.api.settings.Secret;

/**
 * What a token endpoint gave.
 *
 * @param access the access token
 * @param refresh the newest refresh token, to be closed by the receiver
 */
public record Tokens(AccessToken access, Optional<Secret> refresh) {}
