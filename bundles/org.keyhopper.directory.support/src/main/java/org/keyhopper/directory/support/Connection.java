package org.keyhopper.directory.support;

import java.time.Clock;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.HttpSender;
import org.keyhopper.directory.support.http.RetryingSender;
import org.keyhopper.directory.support.http.Sender;
import org.keyhopper.directory.support.oauth.AuthorizedSender;
import org.keyhopper.directory.support.oauth.TokenGrant;
import org.keyhopper.directory.support.oauth.TokenHolder;

/**
 * The connection to one directory. Thread-safe.
 *
 * @param http sends each request once
 * @param prompts reach the operator
 * @param delay waits between attempts
 */
public record Connection(HttpSender http, DirectoryPrompts prompts, CancellableDelay delay) implements AutoCloseable {

    /** Returns a sender that tries again where that is safe, without a session. */
    public Sender sender() {
        return new RetryingSender(http, delay);
    }

    /** Returns a sender that adds the session's token to each request. */
    public Sender sender(TokenHolder tokens) {
        return new AuthorizedSender(sender(), tokens);
    }

    /** Signs in; blocking, and for minutes when a person has to. */
    public static Answer<TokenHolder> signIn(TokenGrant grant) {
        TokenHolder tokens = new TokenHolder(grant, Clock.systemUTC());
        return tokens.current().map(token -> tokens);
    }

    @Override
    public void close() {
        http.close();
    }
}
