package org.keyhopper.directory.support.oauth;

import java.time.Clock;
import org.keyhopper.api.diagnostic.Answer;

/** Holds the token of a session and gets another one in time. Thread-safe; one sign-in at a time. */
public final class TokenHolder {

    private final TokenGrant grant;
    private final Clock clock;
    private AccessToken token;

    public TokenHolder(TokenGrant grant, Clock clock) {
        this.grant = grant;
        this.clock = clock;
    }

    /** Returns a token that is good for a while. */
    public synchronized Answer<AccessToken> current() {
        return token == null || token.isDue(clock.instant()) ? obtain() : Answer.done(token);
    }

    /** Returns another token than the refused one, which another thread may have got already. */
    public synchronized Answer<AccessToken> renewed(AccessToken refused) {
        return token == null || token == refused ? obtain() : Answer.done(token);
    }

    private Answer<AccessToken> obtain() {
        Answer<AccessToken> answer = grant.obtain();
        answer.result().ifPresent(fresh -> token = fresh);
        return answer;
    }
}
