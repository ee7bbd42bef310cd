package org.keyhopper.directory.support.oauth;

import org.keyhopper.api.diagnostic.Answer;

/** One way of getting an access token (RFC 6749 section 1.3). */
@FunctionalInterface
public interface TokenGrant {

    /** Asks for a new token. Blocking; minutes when a person has to sign in. Never unclear. */
    Answer<AccessToken> obtain();
}
