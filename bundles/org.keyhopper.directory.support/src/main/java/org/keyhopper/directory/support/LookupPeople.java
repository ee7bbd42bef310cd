package org.keyhopper.directory.support;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.People;
import org.keyhopper.directory.support.http.JsonSession;
import org.keyhopper.directory.support.json.JsonView;

/**
 * Look-ups of people and groups. Keeps values that no directory takes from being sent, and decides on no match, one and
 * several; a connector adds the requests.
 */
public abstract class LookupPeople implements People {

    private final int longestValue;
    private final Function<JsonView, Optional<DirectoryUser>> userReader;
    private final Function<JsonView, Optional<DirectoryGroup>> groupReader;

    /**
     * @param longestValue most characters of a value in a query
     * @param userReader reads a user; empty when it has no id
     * @param groupReader reads a group; empty when it has no id
     */
    protected LookupPeople(
            int longestValue,
            Function<JsonView, Optional<DirectoryUser>> userReader,
            Function<JsonView, Optional<DirectoryGroup>> groupReader) {
        this.longestValue = longestValue;
        this.userReader = userReader;
        this.groupReader = groupReader;
    }

    /** Finds one user by a reference that is neither empty nor too long. */
    protected abstract Answer<DirectoryUser> lookUp(String reference);

    protected abstract Answer<List<JsonView>> usersBeginningWith(String text, int limit);

    protected abstract Answer<List<JsonView>> groupsBeginningWith(String text, int limit);

    /** Finds the only group with this id or name. */
    protected abstract Answer<String> groupId(String group);

    /** Returns the users of a group and of the groups within it. A plain 404 means that there is no such group. */
    protected abstract Answer<List<JsonView>> members(String groupId, IntPredicate goesOn);

    @Override
    public final Answer<DirectoryUser> find(String reference) {
        String wanted = reference.strip();
        return isUsable(wanted) ? lookUp(wanted) : notFound(wanted);
    }

    @Override
    public final Answer<List<DirectoryUser>> search(String text, int limit) {
        String beginning = text.strip();
        return limit < 1 || !isUsable(beginning)
                ? Answer.done(List.of())
                : usersBeginningWith(beginning, limit)
                        .map(entries -> users(entries).stream().limit(limit).toList());
    }

    @Override
    public final Answer<List<DirectoryGroup>> searchGroups(String text, int limit) {
        String beginning = text.strip();
        return limit < 1 || !isUsable(beginning)
                ? Answer.done(List.of())
                : groupsBeginningWith(beginning, limit).map(entries -> entries.stream()
                        .flatMap(entry -> groupReader.apply(entry).stream())
                        .limit(limit)
                        .toList());
    }

    @Override
    public final Answer<List<DirectoryUser>> membersOf(String group, IntPredicate goesOn) {
        Problem absent = Problem.of(DirectoryProblem.GROUP_NOT_FOUND, group);
        return groupId(group.strip())
                .flatMap(id -> JsonSession.ifMissing(members(id, goesOn), absent))
                .map(this::users);
    }

    /** Reads a user; UNREADABLE_ANSWER when there is none in it. */
    protected final Answer<DirectoryUser> user(JsonView json) {
        return userReader
                .apply(json)
                .map(Answer::done)
                .orElseGet(() -> Answer.failed(JsonSession.unreadable("a user without ID")));
    }

    /** Returns the only user found; USER_NOT_FOUND or USER_AMBIGUOUS otherwise. */
    protected final Answer<DirectoryUser> onlyUser(String reference, List<JsonView> found) {
        return switch (found.size()) {
            case 0 -> notFound(reference);
            case 1 -> user(found.getFirst());
            default -> Answer.failed(Problem.of(DirectoryProblem.USER_AMBIGUOUS, reference));
        };
    }

    /** Returns the id of the only group found; GROUP_NOT_FOUND or GROUP_AMBIGUOUS otherwise. */
    protected static Answer<String> onlyGroup(String name, List<JsonView> found) {
        List<String> ids =
                found.stream().flatMap(entry -> entry.text("id").stream()).toList();
        return switch (ids.size()) {
            case 0 -> Answer.failed(Problem.of(DirectoryProblem.GROUP_NOT_FOUND, name));
            case 1 -> Answer.done(ids.getFirst());
            default -> Answer.failed(Problem.of(DirectoryProblem.GROUP_AMBIGUOUS, name, String.valueOf(ids.size())));
        };
    }

    protected static Answer<DirectoryUser> notFound(String reference) {
        return Answer.failed(Problem.of(DirectoryProblem.USER_NOT_FOUND, reference));
    }

    private List<DirectoryUser> users(List<JsonView> entries) {
        return entries.stream()
                .flatMap(entry -> userReader.apply(entry).stream())
                .distinct()
                .toList();
    }

    private boolean isUsable(String value) {
        return !value.isEmpty() && value.length() <= longestValue;
    }
}
