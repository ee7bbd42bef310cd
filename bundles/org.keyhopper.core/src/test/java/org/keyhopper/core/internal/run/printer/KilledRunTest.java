package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeDirectory.Registered;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.journal.JournalFacts;
import org.keyhopper.core.journal.JournalPoint;
import org.keyhopper.core.request.RecipientId;

/** A run through a printer that is killed at every point of the journal, and what becomes of people and cards afterwards. */
class KilledRunTest extends KilledRunRig {

    private long signedBefore;

    static Stream<Arguments> kills() {
        List<String> points = Stream.concat(Arrays.stream(JournalPoint.values()).map(Enum::name), Stream.of("CLOSE"))
                .toList();
        return Arrays.stream(Course.values()).flatMap(course -> points.stream()
                .filter(point -> !course.without.contains(point))
                .flatMap(point -> Stream.of(true, false).flatMap(written -> Arrays.stream(Afterwards.values())
                        .map(afterwards -> Arguments.of(course, point, written, afterwards)))));
    }

    @ParameterizedTest
    @MethodSource("kills")
    void isReconciledHonestly(Course course, String point, boolean written, Afterwards afterwards) throws Exception {
        arrange(course);
        killedAt(point, written, course);
        signedBefore = signatures();
        assertHonest();

        restart(afterwards);
        Set<RecipientId> lost = reconcile(Set.of());
        assertHonest();
        assertTrue(lost.isEmpty() || afterwards == Afterwards.CARD_TAKEN_AWAY, "a card that is there is found");
        reconcile(lost);
        assertHonest();
        assertTrue(
                EnumSet.of(Outcome.PROVISIONED, Outcome.FAILED, Outcome.PENDING).contains(outcome("anna")),
                () -> "anna is " + outcome("anna"));

        boolean inside = printer.inside().isPresent();
        boolean good = printer.inside().filter(this::isGood).isPresent();
        boolean begun = !store.journal.ceremoniesOf(request).isEmpty();
        again();
        assertHonest();
        PEOPLE.forEach(name -> assertEquals(Outcome.PROVISIONED, outcome(name), name));
        assertEquals(inside, reports.cardsFromBefore > 0, "a leftover card is reported");
        assertEquals(inside && begun, reports.whose > 0, "its possible holders are reported");
        assertEquals(Optional.empty(), printer.inside());
        assertTrue(!good || printer.rejected.isEmpty(), "a good card among the bad ones");
        assertEachCardHasOneHolder();
    }

    private boolean isGood(FakeKey card) {
        return directory.passkeys.values().stream()
                .anyMatch(passkey -> card.credentials.containsKey(passkey.credential()));
    }

    private void assertHonest() {
        Set<String> known = store.journal.ceremoniesOf(request).stream()
                .map(ceremony -> ceremony.fact(JournalFacts.CREDENTIAL_ID))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        for (Registered passkey : directory.passkeys.values()) {
            assertTrue(known.contains(passkey.credential().base64Url()), "a passkey that the store does not know");
        }
        for (String name : PEOPLE) {
            List<Registered> registered = directory.of("id-" + name);
            assertTrue(registered.size() <= 1, () -> name + " has two passkeys");
            switch (outcome(name)) {
                case PROVISIONED -> {
                    assertEquals(
                            state(name)
                                    .last()
                                    .orElseThrow()
                                    .passkey()
                                    .orElseThrow()
                                    .credentialId(),
                            registered.getFirst().credential());
                    assertTrue(isProved(name), () -> name + " is not proved");
                }
                case UNCLEAR -> {}
                default -> assertTrue(registered.isEmpty(), () -> "something is left of " + name);
            }
        }
    }

    /** The journal saw that the card signed, or the card did so after the restart. */
    private boolean isProved(String name) {
        boolean seen = store.journal.ceremoniesOf(request).stream()
                .filter(ceremony -> ceremony.recipient().equals(state(name).id()))
                .anyMatch(ceremony -> ceremony.reached(JournalPoint.SIGNED));
        return seen || signatures() > signedBefore;
    }

    private long signatures() {
        return cards.stream()
                .flatMap(card -> card.acts.stream())
                .filter(Act.SIGN::equals)
                .count();
    }

    private void assertEachCardHasOneHolder() {
        Set<Object> held = Stream.of(printer.output, printer.rejected, printer.takenByHand)
                .flatMap(Collection::stream)
                .flatMap(card -> card.credentials.keySet().stream())
                .collect(Collectors.toSet());
        directory.passkeys.values().forEach(passkey -> assertTrue(held.contains(passkey.credential())));
        Stream.of(printer.output, printer.rejected, printer.takenByHand)
                .flatMap(Collection::stream)
                .forEach(card -> assertTrue(card.credentials.size() <= 1, "a card of two people"));
    }
}
