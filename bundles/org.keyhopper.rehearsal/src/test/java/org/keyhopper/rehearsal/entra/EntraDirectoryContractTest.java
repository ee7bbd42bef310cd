package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.rehearsal.sandbox.SandboxGroup;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.testkit.directory.DirectoryContract;

class EntraDirectoryContractTest extends DirectoryContract {

    private EntraDesk desk;

    @BeforeEach
    void start() {
        desk = new EntraDesk(SandboxOptions.withPeople(30));
        SandboxUser first = desk.sandbox.users().getFirst();
        desk.sandbox.put(first.withMail("amelie@elsewhere.example"));
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Override
    protected Directory directory() {
        return desk.connect();
    }

    @Override
    protected Known known() {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < 30; i += 2) {
            members.add(desk.sandbox.users().get(i).userPrincipalName());
        }
        return new Known(desk.user(0), "Card holders", members);
    }

    @Test
    void twoGroupsOfOneNameAreNotTakenForNone() {
        List<SandboxUser> users = desk.sandbox.users();
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
