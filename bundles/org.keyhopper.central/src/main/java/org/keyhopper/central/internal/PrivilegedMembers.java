package org.keyhopper.central.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.request.Recipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks directories who is in the groups that policy names. Blocking; reads only. */
public record PrivilegedMembers(DirectorySessions directories) {

    private static final Logger LOGGER = LoggerFactory.getLogger(PrivilegedMembers.class);

    /** Returns whether there is such a directory. */
    boolean knows(String directory) {
        return directories.isConfigured(directory);
    }

    /**
     * Returns whether one of these people is in one of these groups, by id, user name or e-mail address; true as well when
     * the directory cannot be asked. Another name of an account is found when it is provisioned.
     */
    boolean mayContain(String directory, List<String> groups, List<Recipient> people) {
        if (groups.isEmpty()) {
            return false;
        }
        Set<String> references = new HashSet<>();
        people.forEach(person -> Stream.of(person.user(), person.email(), person.userId())
                .map(PrivilegedMembers::folded)
                .forEach(references::add));
        references.remove("");
        Answer<Boolean> found = directories.use(
                directory,
                opened -> anyMember(opened, groups, user -> Stream.of(
                                user.id(), user.userName(), user.email() == null ? "" : user.email())
                        .map(PrivilegedMembers::folded)
                        .anyMatch(references::contains)));
        found.failure()
                .ifPresent(problem -> LOGGER.warn(
                        "The members of the privileged groups of {} are not known, so approval is needed: {}",
                        directory,
                        problem));
        return found.result().orElse(true);
    }

    /** Returns whether this person is in one of these groups. */
    static Answer<Boolean> contains(Directory directory, List<String> groups, DirectoryUser user) {
        return anyMember(directory, groups, member -> member.id().equals(user.id()));
    }

    private static Answer<Boolean> anyMember(
            Directory directory, List<String> groups, Predicate<DirectoryUser> wanted) {
        Answer<Boolean> found = Answer.done(false);
        for (String group : groups) {
            found = found.flatMap(before -> before
                    ? Answer.done(true)
                    : directory.people().membersOf(group).map(members -> members.stream()
                            .anyMatch(wanted)));
        }
        return found;
    }

    private static String folded(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
