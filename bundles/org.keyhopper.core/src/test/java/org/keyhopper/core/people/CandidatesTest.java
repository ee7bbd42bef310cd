package org.keyhopper.core.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.DirectoryUser.Kind;
import org.keyhopper.core.people.Candidate.Remark;

class CandidatesTest {

    private static DirectoryUser user(String id, String email) {
        return new DirectoryUser(id, id + "@example.com", id, email, AccountState.ENABLED);
    }

    private static List<String> ids(Candidates candidates) {
        return candidates.people().stream().map(one -> one.user().id()).toList();
    }

    @Test
    void whoComesAgainCountsOnceAndIsTold() {
        Candidates candidates = Candidates.of(List.of(user("b", ""), user("a", ""), user("b", "")))
                .with(List.of(user("a", ""), user("c", "")));
        assertEquals(List.of("b", "a", "c"), ids(candidates));
        assertEquals(2, candidates.repeated());
    }

    @Test
    void whatSpeaksAgainstSomebodyIsRemarked() {
        DirectoryUser disabled = new DirectoryUser("d", "d", "d", "", AccountState.DISABLED);
        DirectoryUser guest = new DirectoryUser("g", "g", "g", "", AccountState.UNKNOWN, Kind.GUEST);
        List<Candidate> people =
                Candidates.of(List.of(disabled, guest, user("a", ""))).people();
        assertEquals(Set.of(Remark.DISABLED), people.get(0).remarks());
        assertEquals(Set.of(Remark.GUEST), people.get(1).remarks());
        assertTrue(people.get(2).isPlain());
    }

    @Test
    void theSecondAccountOfOneAddressIsRemarkedUntilTheFirstIsDropped() {
        Candidates candidates = Candidates.of(List.of(user("a", "x@example.com"), user("b", "X@example.com")));
        assertTrue(candidates.people().get(0).isPlain());
        assertEquals(Set.of(Remark.SAME_EMAIL), candidates.people().get(1).remarks());
        assertTrue(candidates.without(Set.of("a")).people().getFirst().isPlain());
    }

    @Test
    void peopleWithoutAnAddressAreNotThoughtToBeOne() {
        assertTrue(Candidates.of(List.of(user("a", ""), user("b", ""))).people().stream()
                .allMatch(Candidate::isPlain));
    }

    @Test
    void aRequestKeepsTheIdByWhichTheyAreFoundAgain() {
        assertEquals("a", new Candidate(user("a", ""), Set.of()).recipient().reference());
    }
}
