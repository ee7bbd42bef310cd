package org.keyhopper.rehearsal.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxDirectoryContract;
import org.keyhopper.rehearsal.sandbox.SandboxRig;

class EntraDirectoryContractTest extends SandboxDirectoryContract {

    @Override
    protected SandboxRig<?> rig(Population people) {
        return new EntraRig(SandboxOptions.with(people));
    }

    @Test
    void aGuestIsToldFromAMember() {
        rig.close();
        rig = rig(Population.madeUp(1, 20));
        List<DirectoryUser> members =
                directory().people().membersOf(Population.CROWD).result().orElseThrow();
        assertEquals(
                1,
                members.stream()
                        .filter(user -> user.kind() == DirectoryUser.Kind.GUEST)
                        .count());
    }
}
