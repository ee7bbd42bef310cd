package org.keyhopper.central.server.internal.signin;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import java.net.URI;
import java.text.ParseException;
import java.util.Optional;

/** The address at which a browser signs out at the provider (OpenID Connect RP-Initiated Logout section 2). */
final class SignOutAddress {

    private SignOutAddress() {}

    static URI of(URI endpoint, String clientId, Optional<String> idToken, String publicUrl) {
        return new LogoutRequest(
                        endpoint,
                        idToken.flatMap(SignOutAddress::parsed).orElse(null),
                        null,
                        new ClientID(clientId),
                        URI.create(publicUrl + "/signed-out"),
                        null,
                        null)
                .toURI();
    }

    private static Optional<JWT> parsed(String token) {
        try {
            return Optional.of(JWTParser.parse(token));
        } catch (ParseException e) {
            // Only a hint.
            return Optional.empty();
        }
    }
}
