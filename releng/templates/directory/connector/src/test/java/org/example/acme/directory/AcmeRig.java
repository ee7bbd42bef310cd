package org.example.acme.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.example.acme.sandbox.AcmeSandbox;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.testkit.directory.StoredSecrets;
import org.keyhopper.testkit.directory.UnattendedPrompts;

/** The connector in front of the sandbox, with an operator who is never asked. */
final class AcmeRig implements AutoCloseable {

    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(20);

    final AcmeSandbox sandbox;
    private final StoredSecrets secrets = new StoredSecrets();
    private final List<Directory> open = new ArrayList<>();

    AcmeRig(Population people) {
        try {
            sandbox = AcmeSandbox.start(0, people);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        secrets.put(AcmeSettings.API_TOKEN, Secret.of(sandbox.token()));
    }

    Answer<Directory> tryToConnect() {
        Settings settings =
                new Settings(Map.of(AcmeSettings.URL, sandbox.url(), AcmeSettings.TENANT, AcmeSandbox.TENANT));
        Answer<Directory> answer = new AcmeConnector(RESPONSE_TIMEOUT, time -> Thread.yield())
                .connect(settings, secrets, new UnattendedPrompts());
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
    public void close() {
        open.forEach(Directory::close);
        sandbox.close();
    }
}
