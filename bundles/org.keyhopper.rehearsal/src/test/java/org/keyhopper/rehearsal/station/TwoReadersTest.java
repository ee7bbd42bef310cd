package org.keyhopper.rehearsal.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.core.factory.StationFactory;
import org.keyhopper.core.printer.Commissioning.Stage;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.station.ConfigurableStation;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.CardPlace;
import org.keyhopper.rehearsal.printer.EncoderReader;
import org.keyhopper.rehearsal.printer.MachineOptions;
import org.keyhopper.store.StationStore;

/** Two printers are bound to the readers behind their encoders. */
class TwoReadersTest {

    @TempDir
    Path home;

    private final RehearsalReader readerOne = new RehearsalReader("one", "Reader one", DeviceKind.CONTACTLESS_CARD);
    private final RehearsalReader readerTwo = new RehearsalReader("two", "Reader two", DeviceKind.CONTACTLESS_CARD);
    private final CardMachine one = machine(readerOne);
    private final CardMachine two = machine(readerTwo);
    private StationStore store;
    private ConfigurableStation station;

    private static CardMachine machine(RehearsalReader reader) {
        CardMachine machine = new CardMachine(MachineOptions.quick()
                .with(Map.of(Encoder.CONTACTLESS, new Behind(reader)))
                .taking(Duration.ofMillis(50)));
        machine.load("plain", 2);
        return machine;
    }

    @BeforeEach
    void open() throws IOException {
        store = StationStore.open(home);
        StationRecords records = store;
        station = StationFactory.create(
                records, Authenticators.factory(), Authenticators.verifier(), Authenticators.metadataReader());
        station.add(readerOne);
        station.add(readerTwo);
        station.add(new RehearsalDriver(Map.of("one", one, "two", two)));
    }

    @AfterEach
    void close() throws IOException {
        station.close();
        store.close();
        one.close();
        two.close();
    }

    @Test
    void printersAreBoundOneAfterTheOther() throws Exception {
        assertEquals("Reader one", learned("one").reader());
        assertEquals("Reader two", learned("two").reader());
        assertKept();
    }

    @Test
    void concurrentBindingDoesNotConfusePrinters() throws Exception {
        CompletableFuture<ReaderBinding> first = inParallel("one");
        CompletableFuture<ReaderBinding> second = inParallel("two");
        assertEquals("Reader one", first.get(60, TimeUnit.SECONDS).reader());
        assertEquals("Reader two", second.get(60, TimeUnit.SECONDS).reader());
        assertKept();
    }

    @Test
    void rebindingDoesNotAffectTheOtherPrinter() throws Exception {
        learned("one");
        learned("two");
        assertEquals("Reader one", learned("one").reader());
        assertKept();
    }

    @Test
    void emptyHopperIsReportedAndBindsNothing() throws Exception {
        learned("one");
        learned("one");
        Answer<ReaderBinding> answer = station.commissioning().learn(address("one"), Encoder.CONTACTLESS, stage -> {});
        assertTrue(answer.failure().orElseThrow().is(PrinterProblem.HOPPER_EMPTY));
        assertEquals("Reader one", station.bindings().list().getFirst().reader(), "what was learned before is kept");
    }

    private void assertKept() {
        List<ReaderBinding> kept = station.bindings().list();
        assertEquals(2, kept.size(), kept::toString);
        for (CardMachine machine : List.of(one, two)) {
            String reader = machine == one ? "Reader one" : "Reader two";
            ReaderBinding binding = kept.stream()
                    .filter(each -> each.printer().contains(machine.serial()))
                    .findFirst()
                    .orElseThrow();
            assertEquals(reader, binding.reader());
            Stream<Card> out = machine.places().entrySet().stream()
                    .filter(card -> card.getValue() == CardPlace.OUTPUT)
                    .map(Map.Entry::getKey);
            assertTrue(out.noneMatch(card -> card.state().pin().isSet()), "the card is as it was");
        }
    }

    private CompletableFuture<ReaderBinding> inParallel(String printer) {
        return CompletableFuture.supplyAsync(() -> learned(printer));
    }

    private ReaderBinding learned(String printer) {
        EnumSet<Stage> stages = EnumSet.noneOf(Stage.class);
        try {
            Answer<ReaderBinding> answer =
                    station.commissioning().learn(address(printer), Encoder.CONTACTLESS, stages::add);
            assertEquals(EnumSet.allOf(Stage.class), stages, () -> "" + answer.failure());
            return answer.result().orElseThrow();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static PrinterAddress address(String printer) {
        return RehearsalDriver.address(printer);
    }

    /** A reader behind an encoder. */
    private record Behind(RehearsalReader reader) implements EncoderReader {
        @Override
        public void insert(Card card) {
            reader.insert(card);
        }

        @Override
        public void withdraw() {
            reader.takeOut();
        }
    }
}
