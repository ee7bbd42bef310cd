package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.directory.ConfiguredDirectories;
import org.keyhopper.central.directory.DirectoryDraft;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.directory.DirectoryAccount;

/** Calls about directories that are refused, and are in the audit trail all the same. */
class RefusedDirectoriesTest extends StationFixture {

    private static final Caller ADMINISTRATOR = operator(Role.ADMINISTRATOR);

    private static Caller operator(Role role) {
        return new Caller(Caller.Kind.OPERATOR, "dana", List.of(new Grant(role, new Scope.Everything())), "call");
    }

    @BeforeEach
    void configure() {
        rig.database().directories().put(new DirectoryAccount("contoso", "memory", new Settings(Map.of())));
    }

    private ConfiguredDirectories directories() {
        return rig.central().configuredDirectories();
    }

    /** A directory of a type for which no connector is installed. */
    private static DirectoryDraft draft(String name) {
        return new DirectoryDraft(
                new DirectoryAccount(name, "none", new Settings(Map.of())), Map.of(), Optional.empty());
    }

    private List<String> refused() {
        return rig.trail().stream()
                .map(entry -> entry.event())
                .map(event -> event.action() + " " + event.subject() + " "
                        + event.problem().orElse("done"))
                .toList();
    }

    @Test
    void directoryThatIsNotThere() {
        assertRefused(CentralProblem.NO_SUCH_DIRECTORY, directories().find(ADMINISTRATOR, "nowhere"));
        assertRefused(CentralProblem.NO_SUCH_DIRECTORY, directories().test(ADMINISTRATOR, "nowhere"));
        assertRefused(CentralProblem.NO_SUCH_DIRECTORY, directories().put(ADMINISTRATOR, draft("nowhere"), false));
        assertEquals(
                List.of(
                        "VIEW directory:nowhere central.no-such-directory",
                        "VIEW directory:nowhere central.no-such-directory",
                        "DIRECTORY_CONFIGURED directory:nowhere central.no-such-directory"),
                refused());
    }

    @Test
    void nameThatIsTakenAndConnectorThatIsNotInstalled() {
        assertRefused(CentralProblem.ALREADY_EXISTS, directories().put(ADMINISTRATOR, draft("contoso"), true));
        assertRefused(CentralProblem.NO_SUCH_THING, directories().put(ADMINISTRATOR, draft("fabrikam"), true));
        assertRefused(CentralProblem.NO_SUCH_THING, directories().test(ADMINISTRATOR, draft("fabrikam")));
        assertEquals(
                List.of(
                        "DIRECTORY_CONFIGURED directory:contoso central.already-exists",
                        "DIRECTORY_CONFIGURED directory:fabrikam central.no-such-thing",
                        "VIEW directory:fabrikam central.no-such-thing"),
                refused());
    }

    @Test
    void callerWithoutThePrivilege() {
        Caller operator = operator(Role.OPERATOR);
        assertRefused(CentralProblem.NOT_PERMITTED, directories().find(operator, "contoso"));
        assertRefused(CentralProblem.NOT_PERMITTED, directories().put(operator, draft("contoso"), false));
        assertEquals(
                List.of(
                        "VIEW directory:contoso central.not-permitted",
                        "DIRECTORY_CONFIGURED directory:contoso central.not-permitted"),
                refused());
    }
}
