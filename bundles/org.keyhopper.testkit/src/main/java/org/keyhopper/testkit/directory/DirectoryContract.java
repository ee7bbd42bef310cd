package org.keyhopper.testkit.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.ProblemCode;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Finding;

/** People, groups and examination of a directory where everything is in order. */
public abstract class DirectoryContract {

    /**
     * What the directory under test is known to hold.
     *
     * @param person a person with an account name, a name and an e-mail address
     * @param group the name of a group
     * @param members the account names of all its members, at least two
     * @param ambiguous the name that two groups have
     */
    public record Known(DirectoryUser person, String group, List<String> members, String ambiguous) {}

    /** Returns an open directory; called for every test. */
    protected abstract Directory directory();

    protected abstract Known known();

    @Test
    void findsAPersonByAccountName() {
        assertEquals(known().person().id(), found(known().person().userName()).id());
    }

    @Test
    void findsAPersonByAccountNameInOtherCase() {
        assertEquals(
                known().person().id(),
                found(known().person().userName().toUpperCase(Locale.ROOT)).id());
    }

    @Test
    void findsAPersonByMailAddress() {
        assertEquals(known().person().id(), found(known().person().email()).id());
    }

    @Test
    void findsAPersonByIdWithNameAndAccount() {
        DirectoryUser user = found(known().person().id());
        assertEquals(known().person().userName(), user.userName());
        assertEquals(known().person().displayName(), user.displayName());
    }

    @Test
    void unknownNameIsNotFound() {
        assertFailed(DirectoryProblem.USER_NOT_FOUND, directory().people().find("nobody.at.all@keyhopper.invalid"));
    }

    @Test
    void nameWithSpecialCharactersIsNotFound() {
        assertFailed(DirectoryProblem.USER_NOT_FOUND, directory().people().find("x' or 1 eq 1 / ? # % & \"@y"));
    }

    @Test
    void searchesByTheBeginningOfAName() {
        String beginning = known().person().displayName().substring(0, 4);
        List<DirectoryUser> hits = done(directory().people().search(beginning, 50));
        assertTrue(
                hits.stream().anyMatch(user -> user.id().equals(known().person().id())), () -> "hits " + hits);
    }

    @Test
    void searchRespectsTheLimit() {
        String beginning = known().person().displayName().substring(0, 1);
        assertEquals(1, done(directory().people().search(beginning, 1)).size());
    }

    @Test
    void searchForEmptyTextFindsNothing() {
        assertEquals(List.of(), done(directory().people().search("", 10)));
    }

    @Test
    void listsAllMembersOfAGroup() {
        List<String> members = done(directory().people().membersOf(known().group())).stream()
                .map(DirectoryUser::userName)
                .sorted()
                .toList();
        assertEquals(known().members().stream().sorted().toList(), members);
    }

    @Test
    void reportsHowManyMembersWereRead() {
        List<Integer> counts = new ArrayList<>();
        done(directory().people().membersOf(known().group(), count -> counts.add(count)));
        assertEquals(counts.stream().sorted().toList(), counts);
        assertEquals(known().members().size(), counts.getLast());
    }

    @Test
    void readingAGroupCanBeCancelled() {
        assertFailed(DirectoryProblem.CANCELLED, directory().people().membersOf(known().group(), count -> false));
    }

    @Test
    void searchesGroupsByTheBeginningOfTheirName() {
        String beginning = known().group().substring(0, 4).toUpperCase(Locale.ROOT);
        List<DirectoryGroup> groups = done(directory().people().searchGroups(beginning, 10));
        assertTrue(groups.stream().anyMatch(group -> group.name().equals(known().group())), groups::toString);
        assertEquals(List.of(), done(directory().people().searchGroups("", 10)));
    }

    @Test
    void groupIsReadByItsId() {
        String id = done(directory().people().searchGroups(known().group(), 1))
                .getFirst()
                .id();
        assertEquals(
                known().members().size(),
                done(directory().people().membersOf(id)).size());
    }

    @Test
    void unknownGroupIsNotFound() {
        assertFailed(DirectoryProblem.GROUP_NOT_FOUND, directory().people().membersOf("No such group"));
    }

    @Test
    void aNameOfTwoGroupsIsAmbiguousAndTheirIdsAreNot() {
        String name = known().ambiguous();
        Answer<?> answer = directory().people().membersOf(name);
        assertFailed(DirectoryProblem.GROUP_AMBIGUOUS, answer);
        assertEquals(List.of(name, "2"), answer.failure().orElseThrow().arguments());
        String id = done(directory().people().searchGroups(name, 10)).getFirst().id();
        assertTrue(directory().people().membersOf(id).failure().isEmpty());
    }

    @Test
    void examinationReportsNoProblem() {
        List<Finding> findings = directory().examine();
        assertTrue(
                !findings.isEmpty()
                        && findings.stream().allMatch(one -> one.problem().isEmpty()),
                findings::toString);
    }

    @Test
    void closingIsIdempotent() {
        Directory directory = directory();
        directory.close();
        directory.close();
        assertTrue(directory.people().find(known().person().id()).failure().isPresent(), "a closed directory answers");
    }

    private DirectoryUser found(String reference) {
        return done(directory().people().find(reference));
    }

    static <T> T done(Answer<T> answer) {
        return answer.result().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    static void assertFailed(ProblemCode code, Answer<?> answer) {
        assertTrue(answer instanceof Answer.Failed<?>, answer::toString);
        assertEquals(code, answer.failure().orElseThrow().code(), answer::toString);
    }
}
