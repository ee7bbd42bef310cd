package org.example.acme.directory;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.rehearsal.sandbox.Population;
import org.keyhopper.rehearsal.sandbox.SandboxGroup;
import org.keyhopper.rehearsal.sandbox.SandboxUser;
import org.keyhopper.testkit.directory.DirectoryContract;

class AcmeDirectoryTest extends DirectoryContract {

    private static final String TWINS = "Twins";

    private AcmeRig rig;

    @BeforeEach
    void start() {
        Population people = Population.madeUp(30);
        List<SandboxGroup> groups = new ArrayList<>(people.groups());
        groups.add(SandboxGroup.of(TWINS, people.users()));
        groups.add(SandboxGroup.of(TWINS, List.of()));
        rig = new AcmeRig(new Population(people.users(), groups));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Override
    protected Directory directory() {
        return rig.connect();
    }

    /** The made-up group of card holders has every other person. */
    @Override
    protected Known known() {
        List<SandboxUser> users = rig.sandbox.tenant().users();
        List<String> members = new ArrayList<>();
        for (int i = 0; i < users.size(); i += 2) {
            members.add(users.get(i).userPrincipalName());
        }
        return new Known(rig.person(0), "Card holders", members, TWINS);
    }
}
