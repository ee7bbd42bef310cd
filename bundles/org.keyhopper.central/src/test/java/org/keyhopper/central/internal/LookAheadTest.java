package org.keyhopper.central.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;

/** What is asked between a claim and the call that begins. */
class LookAheadTest {

    private static final long CLAIM = 7;
    private static final UUID MODEL = new UUID(1, 2);
    private static final List<String> GROUPS = List.of("admins");
    private static final RecipientState ANNA = new RecipientState(
            new RecipientId(new RequestId("R7K3M"), 1),
            new Recipient("anna", "Anna", "", ""),
            Outcome.PENDING,
            Optional.empty());

    private final AskedDirectory directory = new AskedDirectory();
    private final MovableClock clock = new MovableClock(Instant.EPOCH);
    private final LookAhead ahead =
            new LookAhead(new DirectorySessions(directory.directories(), name -> Set.of()), clock);

    private void start(List<String> groups) {
        ahead.start(CLAIM, "contoso", ANNA, groups);
    }

    @Test
    void whatTheDirectorySaidIsGivenOnce() {
        start(GROUPS);
        assertEquals(Optional.of(AskedDirectory.ANNA), ahead.user(CLAIM));
        ahead.cleared(CLAIM, MODEL);
        LookAhead.Known known = ahead.take(CLAIM);
        assertEquals(Optional.of(AskedDirectory.ANNA), known.user());
        assertEquals(Optional.of(GROUPS), known.outside());
        assertEquals(Optional.of(MODEL), known.cleared());
        assertEquals(Optional.of(AskedDirectory.OPTIONS), known.options());
        assertEquals(LookAhead.Known.NOTHING, ahead.take(CLAIM));
        assertEquals(List.of("find", "members", "begin"), directory.calls());
    }

    @Test
    void oneClaimIsAskedForOnce() {
        start(List.of());
        start(List.of());
        ahead.take(CLAIM);
        assertEquals(List.of("find", "begin"), directory.calls());
    }

    @Test
    void oldAnswersAreNotUsed() {
        start(List.of());
        assertEquals(Optional.of(AskedDirectory.ANNA), ahead.user(CLAIM));
        clock.advance(Duration.ofSeconds(61));
        assertEquals(Optional.empty(), ahead.user(CLAIM));
        assertEquals(LookAhead.Known.NOTHING, ahead.take(CLAIM));
    }

    @Test
    void optionsThatExpireSoonAreNotUsed() {
        directory.options = AskedDirectory.options(Instant.EPOCH.plusSeconds(60));
        start(List.of());
        LookAhead.Known known = ahead.take(CLAIM);
        assertEquals(Optional.of(AskedDirectory.ANNA), known.user());
        assertEquals(Optional.empty(), known.options());
    }

    @Test
    void oldAnswersAreReplaced() {
        start(List.of());
        ahead.user(CLAIM);
        clock.advance(Duration.ofSeconds(61));
        start(List.of());
        assertEquals(Optional.of(AskedDirectory.OPTIONS), ahead.take(CLAIM).options());
    }

    @Test
    void noOptionsAreFetchedForAMemberOfAGroup() {
        directory.members = List.of(AskedDirectory.ANNA);
        start(GROUPS);
        LookAhead.Known known = ahead.take(CLAIM);
        assertEquals(Optional.empty(), known.outside());
        assertEquals(Optional.empty(), known.options());
        assertEquals(List.of("find", "members"), directory.calls());
    }

    @Test
    void noEnrolmentIsBegunThatTheDirectoryWouldKeep() {
        directory.stateless = false;
        start(List.of());
        assertEquals(Optional.empty(), ahead.take(CLAIM).options());
        assertEquals(List.of("find"), directory.calls());
    }

    @Test
    void failuresAreLeftToTheCallThatBegins() {
        directory.found = Answer.failed(Problem.of(DirectoryProblem.USER_NOT_FOUND));
        start(List.of());
        assertEquals(Optional.empty(), ahead.user(CLAIM));
        assertEquals(LookAhead.Known.NOTHING, ahead.take(CLAIM));
    }

    @Test
    void faultOfAConnectorIsLeftToTheCallThatBegins() {
        directory.found = null;
        start(List.of());
        assertEquals(LookAhead.Known.NOTHING, ahead.take(CLAIM));
    }

    @Test
    void endedClaimIsForgotten() {
        start(List.of());
        ahead.forget(CLAIM);
        assertEquals(LookAhead.Known.NOTHING, ahead.take(CLAIM));
    }
}
