package org.keyhopper.central.server.internal;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.central.Central;
import org.keyhopper.central.server.internal.api.Api;
import org.keyhopper.central.server.internal.api.ApiServices;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.records.RecordServices;
import org.keyhopper.central.server.internal.token.AccessTokens;
import org.keyhopper.central.server.internal.token.ClientAssertions;
import org.keyhopper.central.server.internal.token.DpopProofs;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.fido.CredentialVerifier;
import org.keyhopper.store.CentralDatabase;

/** Central as it serves: database, domain and HTTP. */
public final class CentralServer implements AutoCloseable {

    private final CentralDatabase database;
    private final Central central;
    private final RecordServices records;
    private final HttpServer http;

    private CentralServer(CentralDatabase database, Central central, RecordServices records, HttpServer http) {
        this.database = database;
        this.central = central;
        this.records = records;
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
                StationFactory.models(database.metadata(), Authenticators.metadataReader()));
        RecordServices records;
        try {
            records = RecordServices.start(database, central, configuration.records());
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            central.close();
            database.close();
            throw e;
        }
        try {
            HttpServer http = HttpServer.start(
                    configuration, url -> Api.servlet(services(database, central, records, url.toString())));
            return new CentralServer(database, central, records, http);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            records.close();
            central.close();
            database.close();
            throw e;
        }
    }

    private static ApiServices services(CentralDatabase database, Central central, RecordServices records, String url) {
        Clock clock = new DatabaseClock(database.store(), Clock.systemUTC());
        return new ApiServices(
                central,
                new AccessTokens(database, url, clock),
                new DpopProofs(database.store(), clock),
                new ClientAssertions(central.stations(), database.store(), clock),
                records,
                url);
    }

    public URI url() {
        return http.url();
    }

    /** Ends gracefully. */
    @Override
    public void close() {
        try (database;
                central;
                records) {
            http.close();
        }
    }
}
