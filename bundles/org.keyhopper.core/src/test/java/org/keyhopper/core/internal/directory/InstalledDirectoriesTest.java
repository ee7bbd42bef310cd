package org.keyhopper.core.internal.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.SettingField.Kind;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.fake.MemoryAccounts;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;

class InstalledDirectoriesTest {

    private final MemoryAccounts accounts = new MemoryAccounts();
    private final Connector connector = new Connector();

    /** A service with an address, and a default for a second one. */
    private static final class Connector implements DirectoryConnector {

        private int connected;
        private Runnable checking = () -> {};

        @Override
        public String type() {
            return "plain";
        }

        @Override
        public String displayName() {
            return "Plain";
        }

        @Override
        public SettingsDescription settings() {
            return new SettingsDescription(List.of(
                    SettingField.required("apiUrl", Kind.URL),
                    SettingField.optional("loginUrl", Kind.URL, "https://login.plain.example"),
                    SettingField.optional("proxyUrl", Kind.URL, ""),
                    SettingField.required("tenant", Kind.TEXT)));
        }

        @Override
        public List<Problem> check(Settings settings, Secrets secrets) {
            checking.run();
            return List.of();
        }

        @Override
        public Answer<Directory> connect(Settings settings, Secrets secrets, DirectoryPrompts prompts) {
            connected++;
            return Answer.failed(Problem.of(DirectoryProblem.NO_ANSWER));
        }
    }

    private DirectoryAccount account(String apiUrl) {
        return new DirectoryAccount("contoso", "plain", new Settings(Map.of("apiUrl", apiUrl, "tenant", "contoso")));
    }

    private Problem opened(Optional<Set<String>> hosts, String apiUrl) {
        accounts.put(account(apiUrl));
        InstalledDirectories directories = new InstalledDirectories(accounts, () -> List.of(connector), hosts);
        Finding tested = directories
                .check(account(apiUrl), accounts.secretsOf(account(apiUrl)), null)
                .getFirst();
        Problem problem = directories.open("contoso", null).failure().orElseThrow();
        assertEquals(problem.code(), tested.problem().orElseThrow().code());
        return problem;
    }

    @Test
    void everyAddressCountsWithItsDefault() {
        assertEquals(
                Set.of("https://api.plain.example", "https://login.plain.example"),
                connector.addresses(account("https://api.plain.example").settings()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.evil.example", "https://api.plain.example.evil.example/x", "no address"})
    void hostThatThePolicyDoesNotNameIsNotConnectedTo(String address) {
        Problem problem = opened(Optional.of(Set.of("api.plain.example", "login.plain.example")), address);
        assertEquals(PolicyProblem.HOST_NOT_ALLOWED, problem.code());
        assertEquals(0, connector.connected);
    }

    @Test
    void hostsThatThePolicyNamesAreConnectedTo() {
        Problem problem = opened(
                Optional.of(Set.of("api.plain.example", "login.plain.example")), "https://API.plain.example:8443/v1");
        assertEquals(DirectoryProblem.NO_ANSWER, problem.code());
        assertEquals(
                PolicyProblem.HOST_NOT_ALLOWED,
                opened(Optional.of(Set.of("api.plain.example")), "https://api.plain.example")
                        .code());
        assertEquals(
                DirectoryProblem.NO_ANSWER,
                opened(Optional.empty(), "https://api.evil.example").code());
    }

    @Test
    void secretThatCannotBeReadIsTheAnswer() {
        connector.checking = () -> {
            throw new StoreException("changed in the store");
        };
        Problem problem = opened(Optional.empty(), "https://api.plain.example");
        assertEquals(RunProblem.STORE_FAILED, problem.code());
        assertEquals("changed in the store", problem.detail());
        assertEquals(0, connector.connected);
    }
}
