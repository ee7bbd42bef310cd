package org.example.acme.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.example.acme.sandbox.AcmeSandbox;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

/** The connector in front of the sandbox, with an operator who is never asked. */
final class AcmeRig implements Secrets, DirectoryPrompts, AutoCloseable {

    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(3);

    final AcmeSandbox sandbox;
    private final Map<String, Secret> secrets = new ConcurrentHashMap<>();
    private final List<Directory> open = new ArrayList<>();

    AcmeRig(Population people) {
        try {
            sandbox = AcmeSandbox.start(0, people);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        put(AcmeSettings.API_TOKEN, Secret.of(sandbox.token()));
    }

    Answer<Directory> tryToConnect() {
        Settings settings =
                new Settings(Map.of(AcmeSettings.URL, sandbox.url(), AcmeSettings.TENANT, AcmeSandbox.TENANT));
        Answer<Directory> answer =
                new AcmeConnector(RESPONSE_TIMEOUT, time -> Thread.yield()).connect(settings, this, this);
        answer.result().ifPresent(open::add);
        return answer;
    }

    Directory connect() {
        Answer<Directory> answer = tryToConnect();
        return answer.result().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    DirectoryUser person(int number) {
        SandboxUser user = sandbox.tenant().users().get(number);
        return new DirectoryUser(
                user.id(),
                user.userPrincipalName(),
                user.displayName(),
                user.mail(),
                DirectoryUser.AccountState.ENABLED);
    }

    @Override
    public Optional<Secret> get(String key) {
        return Optional.ofNullable(secrets.get(key)).map(Secret::copy);
    }

    @Override
    public void put(String key, Secret secret) {
        secrets.put(key, secret.copy());
    }

    @Override
    public void forget(String key) {
        secrets.remove(key);
    }

    @Override
    public void openBrowser(URI address) {
        throw new AssertionError(address);
    }

    @Override
    public void showDeviceCode(String code, URI address, Instant expires) {
        throw new AssertionError(address);
    }

    @Override
    public void waiting(Problem reason, Duration time) {}

    @Override
    public boolean confirmChange(Problem obstacle) {
        return false;
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void close() {
        open.forEach(Directory::close);
        sandbox.close();
    }
}
