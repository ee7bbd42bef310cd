package org.keyhopper.central.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.server.internal.CentralServer;
import org.keyhopper.central.server.internal.config.Configuration;
import org.keyhopper.central.server.internal.config.Operation;
import org.keyhopper.central.server.internal.config.RecordSettings;
import org.keyhopper.central.server.internal.config.SignInConfiguration;
import org.keyhopper.rehearsal.oidc.OidcSandbox;

/** A server whose operators sign in at a sandbox provider. */
@Execution(ExecutionMode.CONCURRENT)
abstract class SignInFixture {

    @TempDir
    Path folder;

    OidcSandbox provider;
    Configuration configuration;
    CentralServer server;
    TestBrowser browser;

    @BeforeEach
    void start() throws Exception {
        provider = OidcSandbox.start(0);
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
        configuration = new Configuration(
                folder,
                Optional.empty(),
                "127.0.0.1",
                0,
                URI.create("http://127.0.0.1:0"),
                Optional.empty(),
                Operation.DEFAULT,
                RecordSettings.OF_THIS_COMPUTER,
                signIn);
        server = CentralServer.start(configuration, List::of);
        browser = new TestBrowser(server.url().toString());
    }

    @AfterEach
    void stop() {
        TestClients.close(server.url().toString());
        server.close();
        provider.close();
    }

    String firstCode() {
        try (Secret code = server.firstAdministratorCode(configuration, ServerFixture.ADMINISTRATOR)
                .orElseThrow()) {
            return new String(code.toChars());
        }
    }
}
