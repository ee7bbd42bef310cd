package org.keyhopper.core.people;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.core.people.Candidate.Remark;

/**
 * People from one or several searches and groups, each once, in the order in which they came.
 *
 * @param repeated how many came more than once
 */
public record Candidates(List<Candidate> people, int repeated) {

    public static final Candidates NONE = new Candidates(List.of(), 0);

    public Candidates {
        people = List.copyOf(people);
    }

    public static Candidates of(List<DirectoryUser> users) {
        return NONE.with(users);
    }

    /** Returns these and more users. */
    public Candidates with(List<DirectoryUser> more) {
        Map<String, DirectoryUser> byId = new LinkedHashMap<>();
        people.forEach(known -> byId.put(known.user().id(), known.user()));
        int again = 0;
        for (DirectoryUser user : more) {
            if (byId.putIfAbsent(user.id(), user) != null) {
                again++;
            }
        }
        return new Candidates(remarked(byId.values()), repeated + again);
    }

    /** Returns these without the users of the given ids. */
    public Candidates without(Set<String> ids) {
        List<DirectoryUser> left = people.stream()
                .map(Candidate::user)
                .filter(user -> !ids.contains(user.id()))
                .toList();
        return new Candidates(remarked(left), repeated);
    }

    private static List<Candidate> remarked(Iterable<DirectoryUser> users) {
        Set<String> addresses = new HashSet<>();
        List<Candidate> all = new ArrayList<>();
        for (DirectoryUser user : users) {
            Set<Remark> remarks = EnumSet.noneOf(Remark.class);
            if (user.state() == DirectoryUser.AccountState.DISABLED) {
                remarks.add(Remark.DISABLED);
            }
            if (user.kind() == DirectoryUser.Kind.GUEST) {
                remarks.add(Remark.GUEST);
            }
            if (!user.email().isBlank() && !addresses.add(user.email().toLowerCase(Locale.ROOT))) {
                remarks.add(Remark.SAME_EMAIL);
            }
            all.add(new Candidate(user, remarks));
        }
        return all;
    }
}
