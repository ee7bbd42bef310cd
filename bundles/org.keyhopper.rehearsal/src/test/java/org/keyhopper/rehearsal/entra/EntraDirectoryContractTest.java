package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxDirectoryContract;
import org.keyhopper.rehearsal.sandbox.SandboxGroup;
import org.keyhopper.rehearsal.sandbox.SandboxUser;

class EntraDirectoryContractTest extends SandboxDirectoryContract {

    @Override
    protected Desk desk(Population people) {
        return new EntraDesk(SandboxOptions.with(people));
    }

    @Test
    void aGuestIsToldFromAMember() {
        desk.close();
        desk = desk(Population.madeUp(1, 20));
        List<DirectoryUser> members =
                directory().people().membersOf(Population.CROWD).result().orElseThrow();
        assertEquals(
                1,
                members.stream()
                        .filter(user -> user.kind() == DirectoryUser.Kind.GUEST)
                        .count());
    }

    @Test
    void twoGroupsOfOneNameAreNotTakenForNone() {
        List<SandboxUser> users = desk.users();
        desk.close();
        List<SandboxGroup> twins = List.of(SandboxGroup.of("Twins", users), SandboxGroup.of("Twins", users));
        desk = new EntraDesk(SandboxOptions.with(users, twins));
        Problem problem = directory().people().membersOf("Twins").trouble().orElseThrow();
        assertTrue(problem.is(DirectoryProblem.GROUP_AMBIGUOUS));
        assertEquals(List.of("Twins", "2"), problem.arguments());
        Answer<List<DirectoryUser>> byId =
                directory().people().membersOf(twins.getFirst().id());
        assertTrue(byId.trouble().isEmpty());
    }
}
