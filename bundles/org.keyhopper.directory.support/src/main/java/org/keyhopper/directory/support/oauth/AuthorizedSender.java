package org.keyhopper.directory.support.oauth;

import java.time.Duration;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.http.Sender;

/**
 * Adds the access token, renewing it before it expires. A 401 says that nothing was done, so after one more renewal any
 * request is sent once more; a second 401 stands.
 */
public final class AuthorizedSender implements Sender {

    private final Sender sender;
    private final TokenHolder tokens;

    public AuthorizedSender(Sender sender, TokenHolder tokens) {
        this.sender = sender;
        this.tokens = tokens;
    }

    @Override
    public Answer<ApiResponse> send(ApiRequest request, Deadline deadline) {
        Duration time = deadline.remaining(); // a person who signs in takes none of it
        return tokens.current().flatMap(token -> {
            Answer<ApiResponse> answer = send(request, token, Deadline.in(time));
            boolean refused =
                    answer.result().filter(response -> response.status() == 401).isPresent();
            return refused ? tokens.renewed(token).flatMap(fresh -> send(request, fresh, Deadline.in(time))) : answer;
        });
    }

    private Answer<ApiResponse> send(ApiRequest request, AccessToken token, Deadline deadline) {
        return sender.send(request.with("Authorization", token.authorization()), deadline);
    }
}
