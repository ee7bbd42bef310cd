package org.keyhopper.central.server.internal.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.Prompt;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.pickup.ProvenPerson;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.central.server.internal.config.SignInConfiguration;
import org.keyhopper.central.signin.Attempt;
import org.keyhopper.central.signin.ProvenOperator;

/**
 * The OpenID provider of operators: code flow with PKCE, state and nonce (OpenID Connect Core section 3.1). Its metadata is
 * read at the first sign-in; its keys again whenever a token names an unknown one. Blocking; any thread.
 */
public final class IdentityProvider {

    /** Signatures that a provider may make; never a shared secret, and never none. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int SKEW_SECONDS = 60;
    private static final long KEYS_LIFE_MILLIS = 300_000;
    private static final long KEYS_TIMEOUT_MILLIS = 15_000;
    private static final long BETWEEN_READS_MILLIS = 1_000;

    private final SignInConfiguration.Provider configured;
    private final URI callback;
    private final ProviderHttp http = new ProviderHttp();

    /** Guarded by this, like the validator. */
    private OIDCProviderMetadata metadata;

    private IDTokenValidator validator;

    /**
     * Creates it without any call.
     *
     * @param publicUrl of this server, without a slash at the end
     */
    public IdentityProvider(SignInConfiguration.Provider configured, String publicUrl) {
        this.configured = configured;
        this.callback = URI.create(publicUrl + "/sign-in/callback");
    }

    /** Returns the origin of an address, as in a Content-Security-Policy. */
    public static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    /** Returns where the browser signs in. */
    public URI authorization(String state, String nonce, String verifier) throws SignInException {
        return request(state, nonce, verifier).build().toURI();
    }

    /** Returns where a person signs in anew, with another factor. */
    public URI authorizationOfPerson(String state, String nonce, String verifier, PickUpSettings.Proof proof)
            throws SignInException {
        AuthenticationRequest.Builder request = request(state, nonce, verifier)
                .prompt(new Prompt(Prompt.Type.LOGIN))
                .maxAge(0);
        return (proof.acr().isEmpty()
                        ? request
                        : request.acrValues(
                                proof.acr().stream().sorted().map(ACR::new).toList()))
                .build()
                .toURI();
    }

    private AuthenticationRequest.Builder request(String state, String nonce, String verifier) throws SignInException {
        return new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE),
                        new Scope(configured.scopes().toArray(String[]::new)),
                        new ClientID(configured.clientId()),
                        callback)
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(new State(state))
                .nonce(new Nonce(nonce))
                .codeChallenge(new CodeVerifier(verifier), CodeChallengeMethod.S256);
    }

    /**
     * Redeems the code of the provider's answer.
     *
     * @param issuer the parameter {@code iss} of the answer (RFC 9207), if it has one
     */
    public ProvenOperator operator(Attempt attempt, String code, Optional<String> issuer) throws SignInException {
        Redeemed redeemed = redeemed(attempt, code, issuer);
        return new Claims(redeemed.claims(), configured.loginClaim())
                .operator(
                        new Operator.Identity(
                                redeemed.claims().getIssuer().getValue(),
                                redeemed.claims().getSubject().getValue()),
                        redeemed.token().getParsedString());
    }

    /** Redeems the code of the provider's answer for a person who picks up a PIN. */
    public ProvenPerson person(Attempt attempt, String code, Optional<String> issuer, PickUpSettings.Proof proof)
            throws SignInException {
        return new Claims(redeemed(attempt, code, issuer).claims(), proof.claim()).person(proof);
    }

    /** An ID token that was verified. */
    private record Redeemed(JWT token, IDTokenClaimsSet claims) {}

    private Redeemed redeemed(Attempt attempt, String code, Optional<String> issuer) throws SignInException {
        if (issuer.isPresent() && !issuer.get().equals(configured.issuer().toString())) {
            throw new SignInException("the answer is from another issuer");
        }
        JWT token = token(attempt, code);
        try {
            return new Redeemed(token, validator().validate(token, new Nonce(attempt.nonce())));
        } catch (BadJOSEException | JOSEException e) {
            throw new SignInException("the ID token is not valid: " + e.getMessage(), e);
        }
    }

    private JWT token(Attempt attempt, String code) throws SignInException {
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(new AuthorizationCode(code), callback, new CodeVerifier(attempt.verifier()));
        ClientID client = new ClientID(configured.clientId());
        URI endpoint = metadata().getTokenEndpointURI();
        try {
            TokenRequest request = configured.clientSecret().isPresent()
                    ? new TokenRequest.Builder(endpoint, new ClientSecretBasic(client, secret()), grant).build()
                    : new TokenRequest.Builder(endpoint, client, grant).build();
            TokenResponse response = OIDCTokenResponseParser.parse(http.send(request.toHTTPRequest()));
            if (response instanceof OIDCTokenResponse success) {
                return success.getOIDCTokens().getIDToken();
            }
            throw new SignInException("the provider did not redeem the code: "
                    + response.toErrorResponse().getErrorObject().getCode());
        } catch (IOException | ParseException e) {
            throw new SignInException("the provider did not answer the token request: " + e.getMessage(), e);
        }
    }

    private Secret secret() throws IOException {
        return new Secret(Files.readString(configured.clientSecret().orElseThrow(), StandardCharsets.UTF_8)
                .strip());
    }

    /** Returns where the browser signs out at the provider; empty if it has no such address. */
    public Optional<URI> endSession(Optional<String> idToken, String publicUrl) {
        try {
            return Optional.ofNullable(metadata().getEndSessionEndpointURI())
                    .map(address -> SignOutAddress.of(address, configured.clientId(), idToken, publicUrl));
        } catch (SignInException e) {
            // Signed out here in any case.
            return Optional.empty();
        }
    }

    private synchronized OIDCProviderMetadata metadata() throws SignInException {
        if (metadata == null) {
            String issuer = configured.issuer().toString();
            String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
            try {
                OIDCProviderMetadata read =
                        OIDCProviderMetadata.parse(http.get(URI.create(base + "/.well-known/openid-configuration")));
                if (!read.getIssuer().getValue().equals(issuer)) {
                    throw new SignInException("the metadata of the provider names another issuer");
                }
                validator = validator(read);
                metadata = read;
            } catch (IOException | ParseException e) {
                throw new SignInException("the metadata of the provider cannot be read: " + e.getMessage(), e);
            }
        }
        return metadata;
    }

    private synchronized IDTokenValidator validator() {
        return validator;
    }

    private IDTokenValidator validator(OIDCProviderMetadata read) throws MalformedURLException {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(
                        read.getJWKSetURI().toURL(), http)
                .cache(KEYS_LIFE_MILLIS, KEYS_TIMEOUT_MILLIS)
                .rateLimited(BETWEEN_READS_MILLIS)
                .build();
        IDTokenValidator checking = new IDTokenValidator(
                new Issuer(configured.issuer()),
                new ClientID(configured.clientId()),
                new JWSVerificationKeySelector<>(ALGORITHMS, keys),
                null);
        checking.setMaxClockSkew(SKEW_SECONDS);
        return checking;
    }
}
