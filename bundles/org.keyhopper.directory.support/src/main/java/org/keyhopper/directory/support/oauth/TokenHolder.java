package org.keyhopper.directory.support.oauth;

import java.time.Clock;
import java.time.Duration;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.directory.support.http.IdleAction;

/**
 * Holds the token of a session and gets another one in time. One for which no person is needed is forgotten a minute after its last use.
 * Thread-safe; one sign-in at a time.
 */
public final class TokenHolder {

    private static final Duration IDLE = Duration.ofMinutes(1);

    private final TokenGrant grant;
    private final Clock clock;
    private final IdleAction unused;

    /** Guarded by this. */
    private AccessToken token;

    public TokenHolder(TokenGrant grant, Clock clock) {
        this(grant, clock, IDLE);
    }

    /** @param idle how long a token is kept after its last use, if no person is needed for another */
    TokenHolder(TokenGrant grant, Clock clock, Duration idle) {
        this.grant = grant;
        this.clock = clock;
        unused = new IdleAction(idle, this::forget);
    }

    /** Returns a token that is good for a while. */
    public synchronized Answer<AccessToken> current() {
        return token == null || token.isDue(clock.instant()) ? obtain() : used(token);
    }

    /** Returns another token than the refused one, which another thread may have got already. */
    public synchronized Answer<AccessToken> renewed(AccessToken refused) {
        return token == null || token == refused ? obtain() : used(token);
    }

    private Answer<AccessToken> obtain() {
        return grant.obtain().flatMap(fresh -> {
            token = fresh;
            return used(fresh);
        });
    }

    private Answer<AccessToken> used(AccessToken current) {
        if (grant.isUnattended()) {
            unused.use();
        }
        return Answer.done(current);
    }

    private synchronized void forget() {
        token = null;
    }
}
