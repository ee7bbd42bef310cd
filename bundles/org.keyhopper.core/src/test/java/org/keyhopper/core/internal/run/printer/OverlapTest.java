package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticOrder.OnProvisioned;
import org.keyhopper.core.automatic.AutomaticOrder.Pace;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.fake.Act;
import org.keyhopper.core.fake.FakeDirectory.Call;
import org.keyhopper.core.fake.FakeDirectory.Mishap;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.request.Tally;

/** A card that left while the directory's word on it was still waited for, and a run in which none does. */
class OverlapTest {

    private final AutomaticBench bench = new AutomaticBench();
    private final FakeKey card = new FakeKey();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aGoodCardOfThisRequestThatComesBackIsNeverErased() {
        comesBack();
        assertRejectedAndKept();
    }

    /** Nothing tells yet whose it is. */
    @Test
    void norIsItBeforeTheDirectoryHasSpoken() {
        CountDownLatch word = new CountDownLatch(1);
        bench.directory.beforeReadBack = () -> await(word);
        comesBack();
        bench.await(PrinterPhase.IDENTIFYING);
        assertThrows(AssertionError.class, this::erased, "it was erased");
        word.countDown();
        assertRejectedAndKept();
    }

    /** The first person's good card is put into the hopper again, before another one. */
    private void comesBack() {
        bench.provisioned = OnProvisioned.RESET;
        card.serial = Optional.of("77");
        bench.first.load(card);
        bench.start("anna", "bert").await(PrinterPhase.NEEDS_OPERATOR);
        bench.first.output.remove(card);
        bench.first.load(card);
        bench.first.load(1);
        bench.choose(PrinterChoice.CONTINUE);
    }

    private void assertRejectedAndKept() {
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
        assertEquals(List.of(card), bench.first.rejected);
        assertEquals(1, card.credentials.size());
        assertFalse(card.acts.contains(Act.RESET));
    }

    /** Fails when it is not erased within the limit; the run erases it at once. */
    private void erased() {
        Deadline limit = Deadline.in(Duration.ofMillis(500));
        while (!card.acts.contains(Act.RESET)) {
            assertFalse(limit.hasPassed());
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theNextRecipientIsClaimedWhileACardMoves() {
        CountDownLatch identified = new CountDownLatch(1);
        AtomicInteger claims = new AtomicInteger();
        bench.store.requests.beforeClaim = () -> {
            if (claims.incrementAndGet() == 2) {
                await(identified);
            }
        };
        bench.first.load(2);
        bench.start("anna", "bert").await(run -> run.printers().getFirst().phase() == PrinterPhase.WORKING, "a card");
        identified.countDown();
        assertEquals(new Tally(2, 2, 0, 0, 0, 0), bench.ended());
    }

    @Test
    void stoppingDoesNotWaitForAClaim() {
        CountDownLatch stopped = new CountDownLatch(1);
        bench.store.requests.beforeClaim = () -> await(stopped);
        bench.first.load(1);
        bench.start("anna").choose(AutomaticChoice.STOP_AFTER_THIS_CARD);
        stopped.countDown();
        assertEquals(1, bench.ended().pending());
    }

    @Test
    void withoutOverlapEverythingOfOnePersonIsOverBeforeTheNext() {
        bench.pace = Pace.ONE_AFTER_THE_OTHER;
        bench.first.load(3);
        bench.start("anna", "bert", "cleo");
        assertEquals(new Tally(3, 3, 0, 0, 0, 0), bench.ended());
        List<Call> calls = bench.directory.calls;
        List<Call> each = calls.subList(0, calls.indexOf(Call.READ_BACK) + 1);
        assertEquals(Collections.nCopies(3, each).stream().flatMap(List::stream).toList(), calls);
        assertEquals(3, bench.first.output.size());
    }

    @Test
    void withoutOverlapACardWithoutTheWordOfTheDirectoryIsNotAmongTheGoodOnes() {
        bench.pace = Pace.ONE_AFTER_THE_OTHER;
        bench.first.load(1);
        bench.directory.failingAt(Call.READ_BACK, Mishap.REFUSED);
        bench.start("anna");
        assertEquals(0, bench.ended().provisioned());
        assertEquals(1, bench.first.rejected.size());
    }
}
