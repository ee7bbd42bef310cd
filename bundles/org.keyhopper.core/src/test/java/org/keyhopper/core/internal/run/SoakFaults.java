package org.keyhopper.core.internal.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeDirectory.Registered;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeReconcilePrompts;
import org.keyhopper.core.fake.FakeVerifier;
import org.keyhopper.core.fake.SilentPrompts;
import org.keyhopper.core.fake.Trouble;
import org.keyhopper.core.internal.ceremony.CeremonyBench;
import org.keyhopper.core.internal.reconcile.JournalReconciler;
import org.keyhopper.core.reconcile.ReconcileOrder;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.station.Station;

/** Faults of cards and of the directory that are drawn from a seed, and what must be true when a request is done. */
public final class SoakFaults {

    private static final double CARD_FAULT = 0.15;
    private static final double CALL_FAULT = 0.04;

    private static final List<Act> ACTS = List.of(
            Act.INFO,
            Act.RETRIES,
            Act.SET_PIN,
            Act.VERIFY_PIN,
            Act.RESET,
            Act.MAKE,
            Act.SIGN,
            Act.DELETE,
            Act.COUNT,
            Act.MINIMUM,
            Act.FORCE_CHANGE);

    /** Guards the drawing: runs have threads of their own. */
    public final Random random;

    /** Whether anything goes wrong now. */
    public volatile boolean on = true;

    private final RunFixture<?> bench;
    private final Set<FakeKey> cards = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Outcome, Integer> afterFirstRun = new TreeMap<>();
    private final AtomicInteger callFaults = new AtomicInteger();
    private int people;
    private int cardFaults;

    public SoakFaults(RunFixture<?> bench, long seed) {
        this.bench = bench;
        random = new Random(seed);
        bench.directory.beforeComplete = this::trouble;
        bench.directory.beforeReadBack = this::trouble;
        bench.directory.beforeList = this::trouble;
    }

    /** Adds people to the directory and returns their names. */
    public String[] people(int size) {
        String[] names =
                IntStream.range(0, size).mapToObj(i -> "p" + (people + i)).toArray(String[]::new);
        people += size;
        bench.directory.with(names);
        return names;
    }

    /** Returns a card, which may be used, old or faulty. */
    public FakeKey card() {
        synchronized (random) {
            FakeKey card = random.nextInt(20) == 0
                    ? FakeKey.withPin("4711")
                    : random.nextInt(20) == 0 ? FakeKey.old() : new FakeKey();
            if (on && random.nextDouble() < CARD_FAULT) {
                Trouble[] troubles = Trouble.values();
                card.troubledBy(ACTS.get(random.nextInt(ACTS.size())), troubles[random.nextInt(troubles.length)]);
                cardFaults++;
            }
            cards.add(card);
            return card;
        }
    }

    /** A fault lasts until the next call. */
    private void trouble() {
        synchronized (random) {
            bench.directory.recover();
            if (on && random.nextDouble() < CALL_FAULT) {
                Call call = Call.values()[random.nextInt(Call.values().length)];
                bench.directory.failingAt(call, Mishap.values()[random.nextInt(Mishap.values().length)]);
                callFaults.incrementAndGet();
            }
        }
    }

    public boolean isDone() {
        return bench.outcomes().stream().allMatch(Outcome.PROVISIONED::equals);
    }

    /** Counts the outcomes of the first run of a request. */
    public void count() {
        bench.outcomes().forEach(outcome -> afterFirstRun.merge(outcome, 1, Integer::sum));
    }

    /** Reconciles without faults; devices that are not at hand are given up. */
    public void settle(Station station) {
        boolean before = on;
        on = false;
        bench.directory.recover();
        cards.forEach(FakeKey::recover);
        FakeReconcilePrompts operator = new FakeReconcilePrompts();
        bench.store.requests.find(bench.request).orElseThrow().recipients().stream()
                .filter(recipient -> recipient.outcome() == Outcome.UNCLEAR)
                .map(RecipientState::id)
                .forEach(operator.givenUp::add);
        new JournalReconciler(
                        bench.store,
                        station.directories(),
                        station.devices(),
                        new FakeVerifier(),
                        new SecureRandom(),
                        Clock.systemUTC(),
                        CeremonyBench.WITHOUT_PAUSES)
                .reconcile(ReconcileOrder.all(bench.request, Duration.ZERO), new SilentPrompts(), operator);
        on = before;
    }

    /**
     * Store, directory and cards say the same.
     *
     * @param somewhere the cards in all places
     */
    public void assertProvisioned(Collection<FakeKey> somewhere, String... names) {
        List<RecipientState> states =
                bench.store.requests.find(bench.request).orElseThrow().recipients();
        for (int i = 0; i < names.length; i++) {
            RecipientState state = states.get(i);
            List<Registered> registered = bench.directory.of("id-" + names[i]);
            assertEquals(Outcome.PROVISIONED, state.outcome(), state::toString);
            assertEquals(1, registered.size(), names[i]);
            Registered one = registered.getFirst();
            assertEquals(state.last().orElseThrow().passkey().orElseThrow().credentialId(), one.credential(), names[i]);
            assertEquals(
                    1,
                    cards.stream()
                            .filter(card -> card.credentials.containsKey(one.credential()))
                            .count(),
                    "cards with the passkey of " + names[i]);
        }
        assertEquals(cards.size(), somewhere.size(), "each card is in one place");
        assertTrue(cards.containsAll(somewhere), "no card is from elsewhere");
        cards.clear();
    }

    /** Returns what was done, in one line. */
    public String figures() {
        return people + " people, " + cardFaults + " faulty cards, " + callFaults
                + " faults of the directory, after the" + " first run " + afterFirstRun;
    }
}
