package org.keyhopper.central.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryCapabilities;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.People;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;

/** How long a directory stays open. */
class DirectorySessionsTest {

    private final List<OpenedDirectory> opened = new ArrayList<>();
    private DirectoryAccount account = account("a");
    private Set<String> confirmed = Set.of();

    private static DirectoryAccount account(String tenant) {
        return new DirectoryAccount("contoso", "entra", new Settings(Map.of("tenant", tenant)));
    }

    private final DirectorySessions sessions = new DirectorySessions(
            new Directories() {
                @Override
                public DirectoryAccounts accounts() {
                    return new OneAccount(() -> account);
                }

                @Override
                public List<DirectoryConnector> connectors() {
                    return List.of();
                }

                @Override
                public Answer<Directory> open(String name, DirectoryPrompts prompts) {
                    opened.add(new OpenedDirectory(prompts));
                    return Answer.done(opened.getLast());
                }

                @Override
                public List<Finding> check(DirectoryAccount account, Secrets secrets, DirectoryPrompts prompts) {
                    return List.of();
                }
            },
            name -> confirmed);

    /** Knows whether it is open. */
    private static final class OpenedDirectory implements Directory {
        private final DirectoryPrompts prompts;
        private boolean closed;

        OpenedDirectory(DirectoryPrompts prompts) {
            this.prompts = prompts;
        }

        @Override
        public DirectoryCapabilities capabilities() {
            throw new UnsupportedOperationException();
        }

        @Override
        public People people() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Passkeys passkeys() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Finding> examine() {
            return List.of();
        }

        @Override
        public void close() {
            assertFalse(closed, "closed twice");
            closed = true;
        }
    }

    private void use(Runnable work) {
        sessions.use("contoso", directory -> {
            work.run();
            return Answer.done("");
        });
    }

    @Test
    void staysOpenBetweenCalls() {
        use(() -> {});
        use(() -> {});
        assertEquals(1, opened.size());
        assertFalse(opened.getFirst().closed);
    }

    @Test
    void isOpenedAnewWhenTheSettingsChange() {
        use(() -> {});
        account = account("b");
        use(() -> {});
        assertEquals(2, opened.size());
        assertTrue(opened.getFirst().closed);
        assertFalse(opened.getLast().closed);
    }

    private Answer<String> enrol() {
        Problem off = Problem.of(DirectoryProblem.MFA_DISABLED, "anna");
        return sessions.use(
                "contoso",
                directory -> ((OpenedDirectory) directory).prompts.confirmChange(off)
                        ? Answer.done("changed")
                        : Answer.failed(off));
    }

    @Test
    void changeOfTheDirectoryHasToBeConfirmed() {
        Problem required =
                Problem.of(CentralProblem.CONFIRMATION_REQUIRED, "contoso", DirectoryProblem.MFA_DISABLED.id());
        assertEquals(Answer.failed(required), enrol());
        use(() -> {});
        assertEquals(1, opened.size(), "nothing was confirmed meanwhile");
        confirmed = Set.of(DirectoryProblem.MFA_DISABLED.id());
        assertEquals(Answer.done("changed"), enrol());
        confirmed = Set.of();
        assertEquals(Answer.failed(required), enrol(), "withdrawn");
    }

    @Test
    void obstacleThatTheConnectorCannotRemoveIsTheAnswer() {
        Problem unknown = Problem.of(DirectoryProblem.USER_NOT_FOUND, "anna");
        assertEquals(Answer.failed(unknown), sessions.use("contoso", directory -> Answer.failed(unknown)));
    }

    @Test
    void staysOpenForTheCallThatUsesItWhenTheSettingsChange() {
        use(() -> {
            account = account("b");
            use(() -> assertFalse(opened.getFirst().closed, "while the first call uses it"));
            assertFalse(opened.getFirst().closed, "while the first call uses it");
        });
        assertTrue(opened.getFirst().closed, "after its last use");
        assertFalse(opened.getLast().closed);
    }

    @Test
    void allAreClosedInTheEnd() {
        use(() -> {});
        sessions.close();
        assertTrue(opened.getFirst().closed);
    }

    @Test
    void failedWorkEndsItsUse() {
        assertThrows(
                IllegalStateException.class,
                () -> use(() -> {
                    throw new IllegalStateException("as a test");
                }));
        sessions.close();
        assertTrue(opened.getFirst().closed);
    }
}
