package org.keyhopper.central.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.request.NewRequest;
import org.keyhopper.central.request.RequestChange;
import org.keyhopper.central.request.RequestDetails;
import org.keyhopper.central.server.internal.CentralServer;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.config.Operation;
import org.keyhopper.central.server.internal.config.PickUpSettings;
import org.keyhopper.central.server.internal.config.RecordSettings;
import org.keyhopper.central.server.internal.config.SignInConfiguration;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.directory.entra.internal.EntraConnector;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.rehearsal.entra.EntraSandbox;
import org.keyhopper.rehearsal.entra.SandboxOptions;
import org.keyhopper.rehearsal.oidc.OidcSandbox;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.store.CentralDatabase;

/** A server with a sandbox directory, whose operators sign in with a browser at a sandbox provider. */
@Execution(ExecutionMode.CONCURRENT)
abstract class PortalFixture {

    static final String HOSTILE = "<script>alert(1)</script>\"'&";
    private static final int PEOPLE = 5;

    @TempDir
    Path folder;

    EntraSandbox directory;
    OidcSandbox provider;
    CentralDatabase database;
    Central central;
    CentralServer server;
    String request;

    @BeforeEach
    void start() throws Exception {
        directory = EntraSandbox.start(SandboxOptions.withPeople(PEOPLE));
        provider = OidcSandbox.start(0);
        database = CentralDatabase.open(folder, Optional.empty());
        configureDirectory();
        central = Central.of(
                database.store(),
                StationFactory.directories(database.directories(), () -> List.of(new EntraConnector())),
                Authenticators.verifier(),
                Optional::empty);
        request = created("Spring " + HOSTILE, recipients());
        SignInConfiguration signIn = new SignInConfiguration(
                Optional.of(new SignInConfiguration.Provider(
                        URI.create(provider.issuer()),
                        OidcSandbox.CLIENT,
                        Optional.empty(),
                        List.of("openid", "profile"),
                        "preferred_username")),
                Duration.ofMinutes(30),
                Duration.ofHours(10),
                true);
        Configuration configuration = new Configuration(
                folder,
                Optional.empty(),
                "127.0.0.1",
                0,
                URI.create("http://127.0.0.1:0"),
                Optional.empty(),
                operation(),
                RecordSettings.OF_THIS_COMPUTER,
                signIn,
                pickUp());
        server = CentralServer.start(configuration, () -> List.of(new EntraConnector()));
    }

    /** Returns how people pick up their PINs; not at all. */
    Optional<PickUpSettings> pickUp() throws Exception {
        return Optional.empty();
    }

    Operation operation() throws Exception {
        return Operation.DEFAULT;
    }

    private void configureDirectory() {
        DirectoryAccount contoso = new DirectoryAccount(
                "contoso",
                "entra",
                new Settings(Map.of(
                        "tenant", directory.credentials().tenant(),
                        "clientId", directory.credentials().clientId(),
                        "loginUrl", directory.loginUrl(),
                        "graphUrl", directory.graphUrl())));
        database.directories().put(contoso);
        try (Secret secret = Secret.of(directory.credentials().clientSecret())) {
            database.directories().secretsOf(contoso).put("clientSecret", secret);
        }
    }

    /** The first one has a hostile name. */
    private List<Recipient> recipients() {
        List<String> users =
                directory.users().stream().map(SandboxUser::userPrincipalName).toList();
        return users.stream()
                .map(user -> new Recipient(user, user.equals(users.getFirst()) ? HOSTILE : "", "", ""))
                .toList();
    }

    String created(String name, List<Recipient> people) {
        return database.store()
                .write(in -> in.requests()
                        .add(
                                new NewRequest(
                                        name,
                                        "contoso",
                                        "",
                                        Profile.DEFAULT,
                                        people,
                                        new RequestChange(Optional.empty(), Optional.empty(), HOSTILE)),
                                RequestDetails.NONE))
                .value();
    }

    /** Returns a browser in which someone with the role is signed in. */
    TestBrowser signedIn(Role role) throws Exception {
        TestBrowser browser = new TestBrowser(server.url().toString());
        assertEquals(303, browser.signIn("newcomer").statusCode());
        assign(List.of(new Grant(role, new Scope.Everything())));
        return browser;
    }

    void assign(List<Grant> grants) {
        Operator operator = database.store().write(in -> in.operators().after("", 10)).stream()
                .filter(each -> each.login().startsWith("newcomer"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                Optional.empty(),
                central.operators()
                        .update(ServerFixture.ADMINISTRATOR, operator.id(), operator.version(), grants, false)
                        .failure());
    }

    /** Asks for a page as a browser does. */
    static HttpResponse<String> page(TestBrowser browser, String url, String path) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html"));
    }

    HttpResponse<String> page(TestBrowser browser, String path) throws Exception {
        return page(browser, server.url().toString(), path);
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    @AfterEach
    void stop() {
        TestClients.close(server.url().toString());
        server.close();
        central.close();
        database.close();
        provider.close();
        directory.close();
    }
}
