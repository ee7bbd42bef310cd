package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.rehearsal.sandbox.Desk;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxDirectoryContract;

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
}
