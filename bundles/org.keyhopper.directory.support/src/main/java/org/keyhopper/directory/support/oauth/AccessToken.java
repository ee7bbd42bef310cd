package org.keyhopper.directory.support.oauth;

import java.time.Duration;
import java.time.Instant;

/** An access token and its life. Never prints itself. It lives as a string, since an HTTP header takes nothing else. */
public final class AccessToken {

    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final int SHARE_OF_LIFE = 5;

    private final String value;
    private final Instant renewal;

    /** A token received now; it is renewed five minutes before its end, or a fifth of its life before if that is less. */
    public AccessToken(String value, Instant received, Duration life) {
        this.value = value;
        Duration share = life.dividedBy(SHARE_OF_LIFE);
        renewal = received.plus(life).minus(share.compareTo(EARLY) < 0 ? share : EARLY);
    }

    /** Returns whether it is time for another one. */
    public boolean isDue(Instant now) {
        return !now.isBefore(renewal);
    }

    /** Returns the value of the Authorization header (RFC 6750 section 2.1). */
    public String authorization() {
        return "Bearer " + value;
    }

    /** Returns what the token says of itself, unverified and for diagnostics only. */
    public TokenClaims claims() {
        return TokenClaims.of(value);
    }

    @Override
    public String toString() {
        return "AccessToken[***]";
    }
}
