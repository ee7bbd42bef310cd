package org.keyhopper.rehearsal.sandbox;

import java.util.List;

/** The users and groups that a sandbox begins with. */
public record Population(List<SandboxUser> users, List<SandboxGroup> groups) {

    private static final String DOMAIN = "keyhopper.example";

    public Population {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
    }

    /** Made-up people, all of them in the group "All staff", every other one in "Card holders". */
    public static Population madeUp(int count) {
        List<SandboxUser> users = PeopleMaker.make(count, DOMAIN);
        List<SandboxUser> some =
                users.stream().filter(user -> users.indexOf(user) % 2 == 0).toList();
        return new Population(
                users, List.of(SandboxGroup.of("All staff", users), SandboxGroup.of("Card holders", some)));
    }
}
