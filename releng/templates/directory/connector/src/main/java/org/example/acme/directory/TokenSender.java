package org.example.acme.directory;

import java.util.Arrays;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.directory.support.http.ApiRequest;
import org.keyhopper.directory.support.http.ApiResponse;
import org.keyhopper.directory.support.http.Sender;
import org.keyhopper.directory.support.oauth.StoredSecret;

/** Adds the API token. For OAuth use {@code Connection.signIn} and {@code Connection.sender(TokenHolder)} instead. */
record TokenSender(Sender sender, Secrets secrets) implements Sender {

    @Override
    public Answer<ApiResponse> send(ApiRequest request, Deadline deadline) {
        try (Secret token = StoredSecret.orEmpty(secrets, AcmeSettings.API_TOKEN)) {
            char[] characters = token.toChars();
            ApiRequest signed = request.with("Authorization", "Bearer " + String.valueOf(characters));
            Arrays.fill(characters, '\0');
            return sender.send(signed, deadline);
        }
    }
}
