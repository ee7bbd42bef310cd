package org.keyhopper.core.internal.run.printer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeReader;
import org.keyhopper.core.fake.MemoryStore;
import org.keyhopper.core.internal.device.Identification;
import org.keyhopper.core.internal.device.LiveDevices;
import org.keyhopper.core.printer.ReaderBinding;

class EncoderReaderTest {

    private static final String SLOT = "Reader A";
    private static final Duration SECONDS = Duration.ofSeconds(4);

    private final MemoryStore store = new MemoryStore();
    private final FakeReader slots = new FakeReader();
    private final LiveDevices devices = new LiveDevices(FakeReader.factory(), new Identification(store.inventory));
    private final FakeKey first = new FakeKey();
    private final FakeKey second = new FakeKey();
    private ReaderMonitor watch;
    private EncoderReader reader;

    private void firstCardCameAndLeft(Duration way) throws Exception {
        devices.add(slots);
        watch = ReaderMonitor.of(devices);
        store.bindings.put(new ReaderBinding("printer", Encoder.CONTACT, SLOT, Instant.EPOCH));
        reader = new EncoderReader(watch, store.bindings, "printer", Encoder.CONTACT, Clock.systemUTC());
        slots.insert(first, SLOT);
        assertTrue(watch.await(cards -> cards.size() == 1, Deadline.inSeconds(20)));
        assertEquals(Optional.empty(), reader.choose(""));
        reader.arrived(way);
        reader.awaitCard(false, new RunControl());
        reader.left();
    }

    @AfterEach
    void close() {
        watch.close();
        devices.close();
    }

    @Test
    void wherePrintersTakeLongTheNextCardNeedNotWaitForAReaderThatNoticesLate() throws Exception {
        firstCardCameAndLeft(SECONDS);
        reader.awaitEmpty(null);
        assertEquals(Optional.empty(), reader.card());
        slots.remove(first);
        slots.insert(second, SLOT);
        reader.awaitCard(false, new RunControl());
        assertTrue(reader.card().isPresent());
    }

    @Test
    void theOneThatLeftIsNeverTakenForTheNext() throws Exception {
        firstCardCameAndLeft(SECONDS);
        reader.awaitEmpty(null);
        assertTrue(watch.cardAt(SLOT).isPresent());
        assertEquals(Optional.empty(), reader.card());
    }

    @Test
    void aCardThatDidNotLeaveIsInTheWay() throws Exception {
        firstCardCameAndLeft(SECONDS);
        slots.remove(first);
        slots.insert(second, SLOT);
        assertTrue(
                watch.await(cards -> reader.card().isPresent(), Deadline.inSeconds(20)),
                "a card that the printer did not bring is seen");
    }
}
