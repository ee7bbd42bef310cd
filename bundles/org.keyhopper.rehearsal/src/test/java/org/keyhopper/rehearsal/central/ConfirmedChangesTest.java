package org.keyhopper.rehearsal.central;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.keyhopper.rehearsal.central.CentralRig.assertRefused;
import static org.keyhopper.rehearsal.central.CentralRig.done;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.directory.ConfiguredDirectories;
import org.keyhopper.central.directory.ConfirmedChanges;
import org.keyhopper.central.enrolment.ClaimedRecipient;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.core.directory.DirectoryAccount;

/** Which changes of a directory are confirmed, and by whom. */
class ConfirmedChangesTest extends StationFixture {

    private static final String OBSTACLE = "directory.mfa-disabled";
    private static final Caller ADMINISTRATOR = operator(Role.ADMINISTRATOR, new Scope.OneDirectory("contoso"));

    private static Caller operator(Role role, Scope scope) {
        return new Caller(Caller.Kind.OPERATOR, "dana", List.of(new Grant(role, scope)), "call");
    }

    private static ConfirmedChanges confirmed(long version, String... obstacles) {
        return new ConfirmedChanges("contoso", Set.of(obstacles), version);
    }

    @BeforeEach
    void configure() {
        rig.database().directories().put(new DirectoryAccount("contoso", "memory", new Settings(Map.of())));
    }

    private ConfiguredDirectories directories() {
        return rig.central().configuredDirectories();
    }

    @Test
    void confirmationIsKeptWithdrawnAndAudited() {
        assertEquals(confirmed(0), done(directories().confirmedChanges(ADMINISTRATOR, "contoso")));
        assertEquals(confirmed(1, OBSTACLE), done(directories().confirm(ADMINISTRATOR, confirmed(0, OBSTACLE))));
        rig.restart();
        assertEquals(confirmed(1, OBSTACLE), done(directories().confirmedChanges(ADMINISTRATOR, "contoso")));
        assertEquals(confirmed(2), done(directories().confirm(ADMINISTRATOR, confirmed(1))));
        assertEquals(
                2,
                rig.trail().stream()
                        .filter(entry -> entry.event().action() == AuditAction.DIRECTORY_CONFIGURED)
                        .count());
    }

    @Test
    void nothingIsBegunUntilTheChangeIsConfirmed() {
        rig.directory.removable = Optional.of(Problem.of(DirectoryProblem.MFA_DISABLED, "anna"));
        ClaimedRecipient claimed = rig.claim(STATION, "key-1");
        assertRefused(CentralProblem.CONFIRMATION_REQUIRED, calls().begin(STATION, claimed.claim(), device.report()));
        assertEquals(List.of(), rig.directory.pending());
        assertTrue(rig.trail().stream()
                .anyMatch(entry -> entry.event().problem().equals(Optional.of("central.confirmation-required"))));
        done(directories().confirm(ADMINISTRATOR, confirmed(0, OBSTACLE)));
        begun(STATION, claimed);
        assertEquals(1, rig.directory.pending().size());
        assertEquals(Optional.empty(), rig.directory.removable);
    }

    @Test
    void oldVersionChangesNothing() {
        done(directories().confirm(ADMINISTRATOR, confirmed(0, OBSTACLE)));
        assertRefused(CentralProblem.VERSION_DIFFERS, directories().confirm(ADMINISTRATOR, confirmed(0)));
        assertEquals(confirmed(1, OBSTACLE), done(directories().confirmedChanges(ADMINISTRATOR, "contoso")));
    }

    @Test
    void whoDoesNotManageTheDirectoryIsRefused() {
        Caller elsewhere = operator(Role.ADMINISTRATOR, new Scope.OneDirectory("fabrikam"));
        Caller provisioning = operator(Role.OPERATOR, new Scope.Everything());
        for (Caller caller : List.of(elsewhere, provisioning, STATION)) {
            assertRefused(CentralProblem.NOT_PERMITTED, directories().confirm(caller, confirmed(0, OBSTACLE)));
            assertRefused(CentralProblem.NOT_PERMITTED, directories().confirmedChanges(caller, "contoso"));
        }
        Caller all = operator(Role.ADMINISTRATOR, new Scope.Everything());
        assertRefused(CentralProblem.NO_SUCH_DIRECTORY, directories().confirmedChanges(all, "nowhere"));
    }
}
