package org.keyhopper.rehearsal.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.AuthenticatorInfo.Limits;
import org.keyhopper.api.device.AuthenticatorInfo.PinRules;
import org.keyhopper.api.device.AuthenticatorInfo.ResetRules;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.RegisteredPasskey;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.testkit.directory.StoredSecrets;

/**
 * A connector at its sandbox, with settings, secrets, and prompts that record what the operator would see.
 *
 * @param <S> the sandbox
 */
public abstract class SandboxRig<S extends Sandbox> implements DirectoryPrompts, AutoCloseable {

    public final Map<String, String> settings = new HashMap<>();
    public final StoredSecrets secrets = new StoredSecrets();
    public final List<Problem> waits = new ArrayList<>();
    public final List<Duration> times = new ArrayList<>();
    public final List<Directory> open = new ArrayList<>();
    public Browser browser = address -> {};
    public volatile String shownCode;
    public volatile boolean cancelled;
    public volatile boolean confirmsChanges;
    public final List<Problem> questions = new ArrayList<>();

    /** What happens when a page is opened. */
    public interface Browser {
        void open(URI address);
    }

    public final S sandbox;

    /** Starts the sandbox. */
    protected SandboxRig(Callable<S> start) {
        try {
            sandbox = start.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the connector with these limits of time. */
    protected abstract DirectoryConnector connector(Duration longestAnswer, CancellableDelay.Sleep sleep);

    /** Connects; an answer may take three seconds, and waits take no time. */
    public final Answer<Directory> tryToConnect() {
        Answer<Directory> answer =
                connector(Duration.ofSeconds(3), time -> Thread.yield()).connect(new Settings(settings), secrets, this);
        answer.result().ifPresent(open::add);
        return answer;
    }

    public final Directory connect() {
        Answer<Directory> answer = tryToConnect();
        return answer.result().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    public final DirectoryUser user(int number) {
        SandboxUser user = sandbox.users().get(number);
        return new DirectoryUser(
                user.id(),
                user.userPrincipalName(),
                user.displayName(),
                user.mail(),
                user.enabled() ? DirectoryUser.AccountState.ENABLED : DirectoryUser.AccountState.DISABLED);
    }

    /**
     * Returns how many requests each step for one person costs, from the look-up to the reading back, once policies are
     * known.
     *
     * @param adminUrl of the sandbox
     */
    public final List<Integer> requestsPerPerson(String adminUrl) {
        Directory directory = connect();
        provision(directory, 0, () -> {});
        List<Integer> counts = new ArrayList<>(List.of(requests(adminUrl)));
        provision(directory, 1, () -> counts.add(requests(adminUrl)));
        return IntStream.range(1, counts.size())
                .mapToObj(step -> counts.get(step) - counts.get(step - 1))
                .toList();
    }

    private void provision(Directory directory, int number, Runnable afterStep) {
        DirectoryUser user = directory
                .people()
                .find(sandbox.users().get(number).userPrincipalName())
                .result()
                .orElseThrow();
        afterStep.run();
        Passkeys passkeys = directory.passkeys();
        passkeys.eligibility(user, device()).result().orElseThrow();
        afterStep.run();
        EnrolmentOptions options = passkeys.begin(user).result().orElseThrow();
        afterStep.run();
        RegisteredPasskey registered = passkeys.complete(user, options, MadeCredential.good(options), "Card")
                .result()
                .orElseThrow();
        afterStep.run();
        passkeys.readBack(user, registered.id()).result().orElseThrow();
        afterStep.run();
    }

    private static int requests(String adminUrl) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest state =
                    HttpRequest.newBuilder(URI.create(adminUrl + "/state")).build();
            String body = client.send(state, BodyHandlers.ofString()).body();
            return Json.objects(Json.read(body).orElseThrow(), "calls").size();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public static AuthenticatorInfo device() {
        return new AuthenticatorInfo(
                Set.of("FIDO_2_1"),
                Set.of("hmac-secret", "credProtect"),
                MadeCredential.MODEL,
                Map.of("rk", true, "clientPin", false),
                List.of("usb"),
                List.of(-7),
                new Limits(1200, 8, OptionalInt.of(128), OptionalInt.of(25), 1),
                new PinRules(List.of(2), 4, 63, false),
                new ResetRules(false, List.of()),
                OptionalInt.empty());
    }

    @Override
    public void openBrowser(URI address) {
        browser.open(address);
    }

    @Override
    public void showDeviceCode(String code, URI address, Instant expires) {
        shownCode = code;
    }

    @Override
    public synchronized void waiting(Problem reason, Duration time) {
        waits.add(reason);
        times.add(time);
    }

    @Override
    public synchronized boolean confirmChange(Problem obstacle) {
        questions.add(obstacle);
        return confirmsChanges;
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void close() {
        open.forEach(Directory::close);
        sandbox.close();
    }
}
