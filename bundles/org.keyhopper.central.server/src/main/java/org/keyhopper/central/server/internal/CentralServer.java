package org.keyhopper.central.server.internal;

import jakarta.servlet.Servlet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.server.internal.api.Api;
import org.keyhopper.central.server.internal.api.ApiServices;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.config.SignInConfiguration;
import org.keyhopper.central.server.internal.health.Health;
import org.keyhopper.central.server.internal.metrics.LocalListener;
import org.keyhopper.central.server.internal.metrics.LocalListener.Page;
import org.keyhopper.central.server.internal.metrics.Metrics;
import org.keyhopper.central.server.internal.page.Pages;
import org.keyhopper.central.server.internal.pickup.InvitationPost;
import org.keyhopper.central.server.internal.pickup.PickUpService;
import org.keyhopper.central.server.internal.records.RecordServices;
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
import org.keyhopper.store.CentralInspection;

/** Central as it serves: database, domain and HTTP. */
public final class CentralServer implements AutoCloseable {

    /** Where a station at the computer of the browser takes the code of a sign-in. A policy cannot name an IPv6 address. */
    private static final String LOOPBACK = " http://127.0.0.1:*";

    private final CentralDatabase database;
    private final Central central;
    private final Health health;
    private final Metrics metrics;
    private final Optional<Instant> certificateEnd;
    private RecordServices records;
    private HttpServer http;
    private Optional<LocalListener> local = Optional.empty();
    private ServingInstance instance;
    private Pages pages;
    private Optional<PickUpService> pickUp = Optional.empty();
    private InvitationPost post;

    /** The address under which stations and browsers reach the server; known once it listens. */
    private String publicUrl = "";

    private CentralServer(Configuration configuration, Supplier<List<DirectoryConnector>> connectors)
            throws IOException, GeneralSecurityException {
        database = CentralDatabase.open(configuration.location());
        CredentialVerifier verifier = Authenticators.verifier();
        verifier.prepare();
        central = Central.of(
                database.store(),
                StationFactory.directories(database.directories(), connectors),
                verifier,
                StationFactory.models(database.metadata(), Authenticators.metadataReader()));
        certificateEnd = ServerCertificate.end(configuration);
        health = new Health(
                database, ProgramVersion.text(), Clock.systemUTC(), certificateEnd, () -> existing(configuration.data())
                        .toFile()
                        .getUsableSpace());
        metrics = new Metrics(database);
    }

    /** Opens the database and serves. */
    public static CentralServer start(Configuration configuration, Supplier<List<DirectoryConnector>> connectors)
            throws IOException, GeneralSecurityException {
        OutgoingNetwork.apply(configuration.operation());
        // Refuses a PostgreSQL that is too old, before any table is made.
        CentralInspection.of(configuration.location());
        CentralServer server = new CentralServer(configuration, connectors);
        try {
            server.serve(configuration);
            return server;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** The folder is made when the first file is written. */
    private static Path existing(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing;
    }

    private void serve(Configuration configuration) throws IOException, GeneralSecurityException {
        if (configuration.pickUp().isPresent()) {
            pickUp = Optional.of(PickUpService.of(configuration.pickUp().get()));
        }
        records = RecordServices.start(database, central, configuration.records(), pickUp.map(PickUpService::key));
        health.watch(records.audit()::parts);
        instance = ServingInstance.begin(database.instances(), ProgramVersion.text());
        OptionalInt port = configuration.operation().metricsPort();
        if (port.isPresent()) {
            local = Optional.of(LocalListener.start(
                    port.getAsInt(),
                    Map.of(
                            "/metrics", new Page("text/plain; version=0.0.4; charset=utf-8", metrics::scrape),
                            "/health",
                                    new Page(
                                            "application/json",
                                            () -> health.report().full().toString()))));
        }
        http = HttpServer.start(configuration, url -> servlet(configuration, url.toString()));
        if (pickUp.isPresent()) {
            post = pickUp.get().post(central, records.sockets(), publicUrl);
        }
    }

    /** Returns what the configuration says of sessions. */
    public static SignInRules rules(SignInConfiguration signIn) {
        return new SignInRules(signIn.idle(), signIn.lifetime(), new Argon2Hash(), signIn.breakGlass());
    }

    private Servlet servlet(Configuration configuration, String url) {
        publicUrl = url;
        SignInConfiguration signIn = configuration.signIn();
        SignIns signIns = central.signIns(rules(signIn));
        Optional<IdentityProvider> provider = signIn.provider().map(it -> new IdentityProvider(it, url));
        // Chrome applies form-action to the redirect that follows the sign-out, too.
        String formTargets = signIn.provider()
                        .map(it -> IdentityProvider.origin(it.issuer()))
                        .orElse("")
                + LOOPBACK;
        Clock clock = new DatabaseClock(database.store(), Clock.systemUTC());
        ApiServices services = new ApiServices(
                central,
                signIns,
                new AccessTokens(database, url, clock),
                new DpopProofs(database.store(), clock),
                new ClientAssertions(central.stations(), database.store(), clock),
                records,
                url);
        pages = new Pages(
                central,
                signIns,
                provider,
                records.licensing(),
                records.escrow(),
                pickUp,
                new Pages.Installation(
                        url,
                        ProgramVersion.text(),
                        certificateEnd,
                        configuration.operation().downloads()));
        return Api.servlet(services, health, metrics, formTargets, pages.resources());
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

    /** Returns the port of the loopback listener, if there is one. */
    public OptionalInt localPort() {
        return local.isPresent() ? OptionalInt.of(local.get().port()) : OptionalInt.empty();
    }

    /** Ends gracefully: running calls end, within the limit of the configuration, and others are refused meanwhile. */
    @Override
    public void close() {
        health.stop();
        try (database;
                central;
                metrics) {
            if (post != null) {
                post.close();
            }
            if (pages != null) {
                pages.close();
            }
            if (http != null) {
                http.close();
            }
            local.ifPresent(LocalListener::close);
            if (records != null) {
                records.close();
            }
            if (instance != null) {
                instance.close();
            }
        }
    }
}
