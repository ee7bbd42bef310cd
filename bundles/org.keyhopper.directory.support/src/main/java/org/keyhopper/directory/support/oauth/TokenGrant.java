package org.keyhopper.directory.support.oauth;

import org.keyhopper.api.diagnostic.Answer;

/** One way of getting an access token (RFC 6749 section 1.3). */
@FunctionalInterface
public interface TokenGrant {

    /** Asks for a new token. Blocking; minutes when a person has to sign in. Never unclear. */
    Answer<AccessToken> obtain();

    /** Returns whether no person is needed for another token, so that one need not be kept. */
    default boolean isUnattended() {
        return false;
    }

    /** Returns a grant that needs no person. */
    static TokenGrant unattended(TokenGrant grant) {
        return new TokenGrant() {
            @Override
            public Answer<AccessToken> obtain() {
                return grant.obtain();
            }

            @Override
            public boolean isUnattended() {
                return true;
            }
        };
    }
}
