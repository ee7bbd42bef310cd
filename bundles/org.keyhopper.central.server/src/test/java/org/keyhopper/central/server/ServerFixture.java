package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.central.Central;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.audit.AuditChain;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.server.internal.CentralServer;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.config.Operation;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.central.server.internal.config.RecordSettings;
import org.keyhopper.central.server.internal.config.SignInConfiguration;
import org.keyhopper.central.station.IssuedCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.directory.entra.internal.EntraConnector;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.rehearsal.entra.EntraSandbox;
import org.keyhopper.rehearsal.entra.SandboxOptions;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.store.CentralDatabase;

/** A server on a free port with a sandbox of Entra ID and a request for three people. */
@Execution(ExecutionMode.CONCURRENT)
abstract class ServerFixture {

    private static final int ALL = 1000;
    static final Caller ADMINISTRATOR = new Caller(
            Caller.Kind.COMMAND, "test", List.of(new Grant(Role.ADMINISTRATOR, new Scope.Everything())), "test");

    @TempDir
    Path folder;

    EntraSandbox sandbox;
    CentralDatabase database;
    RequestId request;
    CentralServer server;
    TestStation station;

    @BeforeEach
    void start() throws Exception {
        sandbox = EntraSandbox.start(SandboxOptions.withPeople(3));
        database = CentralDatabase.open(folder, Optional.empty());
        DirectoryAccount contoso = new DirectoryAccount(
                "contoso",
                "entra",
                new Settings(Map.of(
                        "tenant", sandbox.credentials().tenant(),
                        "clientId", sandbox.credentials().clientId(),
                        "loginUrl", sandbox.loginUrl(),
                        "graphUrl", sandbox.graphUrl())));
        database.directories().put(contoso);
        database.directories()
                .secretsOf(contoso)
                .put("clientSecret", Secret.of(sandbox.credentials().clientSecret()));
        List<Recipient> people = sandbox.users().stream()
                .map(SandboxUser::userPrincipalName)
                .map(user -> new Recipient(user, "", "", ""))
                .toList();
        request = database.requests()
                .create("Spring", "contoso", Profile.DEFAULT, people)
                .id();
        Configuration configuration = new Configuration(
                folder,
                Optional.empty(),
                "127.0.0.1",
                port(),
                publicUrl(),
                Optional.empty(),
                Operation.DEFAULT,
                records(),
                SignInConfiguration.NONE,
                pickUp());
        server = CentralServer.start(configuration, () -> List.of(new EntraConnector()));
        station = new TestStation(server.url().toString());
    }

    /** Returns what is kept; everything, and no PINs. */
    RecordSettings records() throws Exception {
        return RecordSettings.OF_THIS_COMPUTER;
    }

    /** Returns how people pick up their PINs; not at all. */
    Optional<PickUpSettings> pickUp() throws Exception {
        return Optional.empty();
    }

    /** Returns the port to listen on; 0 for any. */
    int port() {
        return 0;
    }

    /** Returns the URL under which stations reach the server; port 0 for its own. */
    URI publicUrl() {
        return URI.create("http://127.0.0.1:0");
    }

    @AfterEach
    void stop() {
        TestClients.close(server.url().toString());
        server.close();
        database.close();
        sandbox.close();
    }

    String code(String directory) {
        try (Central central = Central.of(
                        database.store(),
                        StationFactory.directories(database.directories(), List::of),
                        Authenticators.verifier(),
                        Optional::empty);
                Secret code = central.stations()
                        .issueCode(
                                ADMINISTRATOR,
                                UUID.randomUUID().toString(),
                                Station.Kind.STATION,
                                "Desk",
                                List.of(new Grant(Role.OPERATOR, new Scope.OneDirectory(directory))))
                        .result()
                        .flatMap(IssuedCode::code)
                        .orElseThrow()) {
            return new String(code.toChars());
        }
    }

    void joined() throws Exception {
        assertEquals(201, station.join(code("contoso")).status());
        assertEquals(200, station.signIn().status());
    }

    long refusals(String code) {
        List<AuditEntry> trail = database.store().write(in -> in.audit().after(0, ALL));
        assertEquals(OptionalLong.empty(), AuditChain.firstBroken(AuditChain.START, 1, trail));
        return trail.stream()
                .filter(entry -> entry.event().problem().equals(Optional.of(code)))
                .count();
    }
}
