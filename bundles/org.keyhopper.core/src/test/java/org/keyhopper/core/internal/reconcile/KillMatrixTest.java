package org.keyhopper.core.internal.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.core.ceremony.CeremonyOrder.Treatment;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeDirectory.Registered;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.internal.reconcile.ReconcileBench.InReader;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.RecipientState;

/** A ceremony killed at every point of its journal, before and after it is written, and what becomes of it. */
class KillMatrixTest {

    private static final Profile PLAIN = CeremonyBench.with(new PinRule.Random(6));

    /** How the ceremony would have ended. */
    enum Course {
        GOOD,
        GOOD_WITHOUT_FINISHING,
        GOOD_AFTER_RESET,
        REFUSED_BY_DIRECTORY,
        UNANSWERED_BY_DIRECTORY,
        NOT_PROVED
    }

    /** What the directory does after the restart. */
    enum Listing {
        GOOD,
        HIDING_IDS,
        FAILING
    }

    static Stream<Arguments> kills() {
        List<String> points = Stream.concat(Arrays.stream(JournalPoint.values()).map(Enum::name), Stream.of("CLOSE"))
                .toList();
        return points.stream().flatMap(point -> Stream.of(true, false).flatMap(written -> Arrays.stream(Course.values())
                .flatMap(course -> Arrays.stream(InReader.values()).flatMap(inReader -> Arrays.stream(Listing.values())
                        .map(listing -> Arguments.of(point, written, course, inReader, listing))))));
    }

    private final ReconcileBench bench = new ReconcileBench();
    private final CeremonyBench ceremony = bench.before;
    private long signedBefore;

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @MethodSource("kills")
    void isReconciledHonestly(String point, boolean written, Course course, InReader inReader, Listing listing) {
        Profile profile = course == Course.GOOD_WITHOUT_FINISHING ? PLAIN : CeremonyBench.EVERYTHING;
        arrange(course);
        bench.performKilledAt(point, written, profile);
        Outcome found = ceremony.outcome();
        signedBefore = signatures();
        arrange(listing);
        bench.insert(inReader);

        RecipientState state = bench.reconcile();
        if (found != Outcome.UNCLEAR) {
            assertEquals(found, state.outcome(), "what was settled stays settled");
        }
        assertHonest(state, inReader);
        assertTheSameAgain(state);

        afterwards();
        if (inReader == InReader.NOTHING) {
            bench.insert(InReader.ITS_DEVICE);
        }
        RecipientState last = bench.reconcile();
        assertHonest(last, inReader);
        if (last.outcome() == Outcome.UNCLEAR) {
            assertEquals(InReader.ANOTHER, inReader, "its device is there, so that all is known");
            last = bench.giveUp();
            assertHonest(last, inReader);
            assertEquals(Outcome.FAILED, last.outcome(), "given up");
        }
        if (last.outcome() == Outcome.FAILED || last.outcome() == Outcome.PENDING) {
            assertProvisionedWithANewKey(profile);
        }
    }

    private void arrange(Course course) {
        switch (course) {
            case GOOD_AFTER_RESET -> {
                ceremony.key = FakeKey.withPin("4711");
                ceremony.treatment = Treatment.RESET_FIRST;
            }
            case REFUSED_BY_DIRECTORY -> ceremony.directory.failingAt(Call.COMPLETE, Mishap.REFUSED);
            case UNANSWERED_BY_DIRECTORY ->
                ceremony.directory
                        .failingAt(Call.COMPLETE, Mishap.UNCLEAR_BUT_DONE)
                        .failingAt(Call.LIST, Mishap.REFUSED);
            case NOT_PROVED -> ceremony.verifier.findsFaultWithAssertion = true;
            default -> {}
        }
    }

    private void arrange(Listing listing) {
        ceremony.directory.recover();
        ceremony.directory.hidesIds = listing == Listing.HIDING_IDS;
        if (listing == Listing.FAILING) {
            ceremony.directory.failingAt(Call.LIST, Mishap.UNCLEAR_AND_NOT_DONE);
            ceremony.directory.failingAt(Call.ABANDON, Mishap.UNCLEAR_AND_NOT_DONE);
        }
    }

    private void afterwards() {
        ceremony.directory.recover();
        ceremony.directory.hidesIds = false;
    }

    private void assertHonest(RecipientState state, InReader inReader) {
        List<Registered> registered = ceremony.directory.of("id-anna");
        assertTrue(registered.size() <= 1, "a second passkey");
        switch (state.outcome()) {
            case PROVISIONED -> {
                assertEquals(
                        registered.getFirst().credential(),
                        state.last().orElseThrow().passkey().orElseThrow().credentialId());
                assertTrue(isProved(), "not proved");
                assertEquals(1, ceremony.store.inventory.list().size());
            }
            case FAILED -> assertFailed(registered, state, inReader);
            case UNCLEAR ->
                registered.forEach(passkey -> assertEquals(
                        passkey.credential().base64Url(),
                        ceremony.store
                                .journal
                                .last()
                                .fact(JournalFacts.CREDENTIAL_ID)
                                .orElseThrow()));
            default -> {
                assertTrue(registered.isEmpty());
                assertTrue(ceremony.key.isBlank() || ceremony.treatment == Treatment.RESET_FIRST);
            }
        }
        assertTheOtherWasSpared();
    }

    private void assertFailed(List<Registered> registered, RecipientState state, InReader inReader) {
        assertTrue(registered.isEmpty(), "a passkey is left");
        assertTrue(ceremony.directory.pending.isEmpty(), "an enrolment is left pending");
        boolean untouched = ceremony.treatment == Treatment.RESET_FIRST && ceremony.key.pinLength() == 4;
        boolean blank = ceremony.key.isBlank() || untouched;
        assertTrue(blank || inReader != InReader.ITS_DEVICE, "something is left on a device that is here");
        assertTrue(blank || !state.last().orElseThrow().notes().isEmpty(), "something is left unsaid");
    }

    /** The journal saw the proof, or the device signed after the restart. */
    private boolean isProved() {
        return ceremony.store.journal.points().contains(JournalPoint.PROVED) || signatures() > signedBefore;
    }

    private long signatures() {
        return ceremony.key.acts.stream().filter(Act.SIGN::equals).count();
    }

    private void assertTheOtherWasSpared() {
        assertEquals(6, bench.another.pinLength());
        assertTrue(bench.another.retries() >= 7, "more than one try was taken from another's device");
        assertTrue(bench.another.acts.stream().noneMatch(act -> act == Act.RESET || act == Act.DELETE));
    }

    private void assertTheSameAgain(RecipientState state) {
        Map<String, Registered> registered = Map.copyOf(ceremony.directory.passkeys);
        var credentials = List.copyOf(ceremony.key.credentials.keySet());
        int retries = bench.another.retries();
        RecipientState again = bench.reconcile();
        assertEquals(state.outcome(), again.outcome());
        assertEquals(
                state.last().flatMap(last -> last.problem()).map(problem -> problem.code()
                        .id()),
                again.last().flatMap(last -> last.problem()).map(problem -> problem.code()
                        .id()));
        assertEquals(registered, ceremony.directory.passkeys);
        assertEquals(credentials, List.copyOf(ceremony.key.credentials.keySet()));
        assertEquals(retries, bench.another.retries());
    }

    private void assertProvisionedWithANewKey(Profile profile) {
        ceremony.key = new FakeKey();
        ceremony.treatment = Treatment.AS_IT_IS;
        ceremony.verifier.findsFaultWithAssertion = false;
        assertEquals(Outcome.PROVISIONED, ceremony.perform(profile).outcome());
        assertEquals(1, ceremony.directory.of("id-anna").size());
    }
}
