package org.keyhopper.rehearsal.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.testkit.directory.DirectoryContract;

/** A connector in front of a sandbox of thirty made-up people, every second of whom is a card holder. */
public abstract class SandboxDirectoryContract extends DirectoryContract {

    private static final int PEOPLE = 30;
    private static final int CROWD = 10_000;
    private static final String TWINS = "Twins";

    protected SandboxRig<?> rig;

    /** Returns a rig in front of a new sandbox. */
    protected abstract SandboxRig<?> rig(Population people);

    @BeforeEach
    void start() {
        Population people = Population.madeUp(PEOPLE);
        List<SandboxGroup> groups = new ArrayList<>(people.groups());
        groups.add(SandboxGroup.of(TWINS, people.users()));
        groups.add(SandboxGroup.of(TWINS, List.of()));
        rig = rig(new Population(people.users(), groups));
        rig.sandbox.put(rig.sandbox.users().getFirst().withMail("amelie@elsewhere.example"));
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void aCrowdOfTenThousandIsReadToItsEnd() {
        rig.close();
        Population population = Population.madeUp(1, CROWD);
        rig = rig(population);
        Directory directory = directory();
        List<DirectoryUser> members =
                directory.people().membersOf(Population.CROWD).result().orElseThrow();
        assertEquals(CROWD, members.size());
        assertEquals(CROWD, members.stream().map(DirectoryUser::id).distinct().count());
        assertEquals(
                CROWD / 25,
                members.stream()
                        .filter(user -> user.state() == DirectoryUser.AccountState.DISABLED)
                        .count());
        DirectoryUser holder = members.stream()
                .filter(user -> population.holders().contains(user.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(1, directory.passkeys().list(holder).result().orElseThrow().size());
    }

    @Override
    protected Directory directory() {
        return rig.connect();
    }

    @Override
    protected Known known() {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i += 2) {
            members.add(rig.sandbox.users().get(i).userPrincipalName());
        }
        return new Known(rig.user(0), "Card holders", members, TWINS);
    }
}
