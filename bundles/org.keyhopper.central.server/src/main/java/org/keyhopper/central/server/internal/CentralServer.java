package org.keyhopper.central.server.internal;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.server.internal.api.Api;
import org.keyhopper.central.server.internal.api.ApiServices;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.config.SignInConfiguration;
import org.keyhopper.central.server.internal.page.Pages;
import org.keyhopper.central.server.internal.signin.Argon2Hash;
import org.keyhopper.central.server.internal.signin.IdentityProvider;
import org.keyhopper.central.server.internal.token.AccessTokens;
import org.keyhopper.central.server.internal.token.ClientAssertions;
import org.keyhopper.central.server.internal.token.DpopProofs;
import org.keyhopper.central.signin.SignInRules;
import org.keyhopper.central.signin.SignIns;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.fido.CredentialVerifier;
import org.keyhopper.store.CentralDatabase;

/** Central as it serves: database, domain and HTTP. */
public final class CentralServer implements AutoCloseable {

    /** Where a station at the computer of the browser takes the code of a sign-in. */
    private static final String LOOPBACK = " http://127.0.0.1:* http://[::1]:*";

    private final CentralDatabase database;
    private final Central central;
    private final HttpServer http;

    private CentralServer(CentralDatabase database, Central central, HttpServer http) {
        this.database = database;
        this.central = central;
        this.http = http;
    }

    /** Opens the database and serves. */
    public static CentralServer start(Configuration configuration, Supplier<List<DirectoryConnector>> connectors)
            throws IOException, GeneralSecurityException {
        CentralDatabase database = CentralDatabase.open(configuration.data(), configuration.database());
        CredentialVerifier verifier = Authenticators.verifier();
        verifier.prepare();
        Central central = Central.of(
                database.store(),
                StationFactory.directories(database.directories(), connectors),
                verifier,
                Optional::empty);
        try {
            HttpServer http =
                    HttpServer.start(configuration, url -> servlet(configuration, database, central, url.toString()));
            return new CentralServer(database, central, http);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            central.close();
            database.close();
            throw e;
        }
    }

    private static Servlet servlet(
            Configuration configuration, CentralDatabase database, Central central, String url) {
        SignInConfiguration signIn = configuration.signIn();
        SignIns signIns = central.signIns(rules(signIn));
        Optional<IdentityProvider> provider = signIn.provider().map(it -> new IdentityProvider(it, url));
        // Chrome applies form-action to the redirect that follows the sign-out, too.
        String formTargets =
                signIn.provider().map(it -> IdentityProvider.origin(it.issuer())).orElse("") + LOOPBACK;
        return Api.servlet(
                services(database, central, signIns, url),
                formTargets,
                Pages.of(central, signIns, provider, url));
    }

    /** Returns what the configuration says of sessions. */
    public static SignInRules rules(SignInConfiguration signIn) {
        return new SignInRules(signIn.idle(), signIn.lifetime(), new Argon2Hash(), signIn.breakGlass());
    }

    private static ApiServices services(CentralDatabase database, Central central, SignIns signIns, String url) {
        Clock clock = Clock.systemUTC();
        return new ApiServices(
                central,
                signIns,
                new AccessTokens(database, url, clock),
                new DpopProofs(database.store(), clock),
                new ClientAssertions(central.stations(), database.store(), clock),
                url);
    }

    public URI url() {
        return http.url();
    }

    /** Returns the code of the first administrator at the first start; to be shown once and closed by the caller. */
    public Optional<Secret> firstAdministratorCode(Configuration configuration, Caller caller) {
        return configuration.signIn().provider().isPresent()
                ? central.signIns(rules(configuration.signIn())).firstAdministratorCode(caller)
                : Optional.empty();
    }

    /** Ends gracefully. */
    @Override
    public void close() {
        try (database;
                central) {
            http.close();
        }
    }
}
