package org.keyhopper.rehearsal.sandbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The users and groups that a sandbox begins with.
 *
 * @param holders ids of those who have a passkey from elsewhere already
 */
public record Population(List<SandboxUser> users, List<SandboxGroup> groups, Set<String> holders) {

    /** The group of the crowd. */
    public static final String CROWD = "Headquarters";

    private static final String DOMAIN = "keyhopper.example";

    /** Every so many in the crowd have a passkey, are guests, are disabled, share an address with the one before. */
    private static final int HOLDERS = 7;

    private static final int GUESTS = 20;
    private static final int DISABLED = 25;
    private static final int TWINS = 50;

    public Population {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
        holders = Set.copyOf(holders);
    }

    public Population(List<SandboxUser> users, List<SandboxGroup> groups) {
        this(users, groups, Set.of());
    }

    /** Made-up people, all of them in the group "All staff", every other one in "Card holders". */
    public static Population madeUp(int count) {
        List<SandboxUser> users = PeopleMaker.make(count, DOMAIN);
        return new Population(
                users,
                List.of(SandboxGroup.of("All staff", users), SandboxGroup.of("Card holders", everyOther(users))));
    }

    /**
     * Made-up people, and beside them a crowd in the group {@link #CROWD} as it is found in large directories: with guests,
     * disabled accounts, two accounts of one person, people who have a passkey already, and a group within the group.
     */
    public static Population madeUp(int count, int crowd) {
        List<SandboxUser> all = PeopleMaker.make(count + crowd, DOMAIN);
        List<SandboxUser> few = all.subList(0, count);
        List<SandboxUser> many = crowd(all.subList(count, all.size()));
        SandboxGroup shift = SandboxGroup.of("Night shift", everyOther(many));
        List<String> members = Stream.concat(many.stream().map(SandboxUser::id), Stream.of(shift.id()))
                .toList();
        List<SandboxGroup> groups = new ArrayList<>(madeUp(count).groups());
        groups.add(shift);
        groups.add(new SandboxGroup(SandboxGroup.of(CROWD, many).id(), CROWD, members));
        List<SandboxUser> users = new ArrayList<>(few);
        users.addAll(many);
        return new Population(users, groups, holders(many));
    }

    private static List<SandboxUser> crowd(List<SandboxUser> plain) {
        return IntStream.range(0, plain.size())
                .mapToObj(n -> odd(n, plain.get(n), plain.get(Math.max(0, n - 1))))
                .toList();
    }

    private static SandboxUser odd(int n, SandboxUser user, SandboxUser before) {
        if (n % TWINS == TWINS - 1) {
            return user.withMail(before.mail());
        }
        if (n % DISABLED == DISABLED - 2) {
            return user.disabled();
        }
        return n % GUESTS == GUESTS - 3 ? user.guestIn(DOMAIN) : user;
    }

    private static Set<String> holders(List<SandboxUser> many) {
        Set<String> ids = new HashSet<>();
        for (int n = HOLDERS - 1; n < many.size(); n += HOLDERS) {
            ids.add(many.get(n).id());
        }
        return ids;
    }

    private static List<SandboxUser> everyOther(List<SandboxUser> users) {
        return IntStream.range(0, users.size())
                .filter(n -> n % 2 == 0)
                .mapToObj(users::get)
                .toList();
    }
}
