package org.keyhopper.core.internal.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.fake.FakeKey;
import org.keyhopper.core.fake.FakeReader;

/** The connected devices, and the listeners. */
class LiveDevicesTest {

    private final DevicesBench bench = new DevicesBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void nothingIsWatchedBeforeTheFirstQuestion() {
        bench.devices.add(bench.reader);
        bench.reader.insert(new FakeKey());
        assertEquals(
                1, bench.devices.awaitReported(Duration.ofSeconds(30)).links().size());
    }

    @Test
    void waitingForReportsEndsWhenATransportNeverTellsAnything() {
        bench.devices.add(bench.reader);
        bench.devices.add(new SilentTransport());
        assertEquals(
                1, bench.devices.awaitReported(Duration.ofMillis(1)).slots().size());
    }

    @Test
    void devicesOfSeveralTransportsComeTogetherTheLastAtTheEnd() {
        FakeReader other = new FakeReader("other");
        bench.devices.add(bench.reader);
        bench.devices.add(other);
        bench.devices.snapshot();
        LinkId first = other.insert(new FakeKey(), "Reader A");
        LinkId second = bench.reader.insert(new FakeKey(), "Reader A");
        assertEquals(
                List.of(first, second),
                bench.devices.snapshot().links().stream()
                        .map(LinkDescription::id)
                        .toList());
        bench.devices.remove(other);
        assertEquals(1, bench.devices.snapshot().links().size());
        assertFalse(bench.devices.snapshot().slots().containsKey("other"));
    }

    @Test
    void aTransportTakenAwayIsNotHeardAnyMore() {
        bench.devices.add(bench.reader);
        bench.devices.snapshot();
        bench.devices.remove(bench.reader);
        bench.reader.insert(new FakeKey());
        assertTrue(bench.devices.snapshot().links().isEmpty());
    }

    @Test
    void aListenerThatThrowsDoesNotKeepNewsFromTheOthers() {
        bench.devices.add(bench.reader);
        bench.devices.snapshot();
        boolean[] armed = {false};
        bench.devices.subscribe(snapshot -> {
            if (armed[0]) {
                throw new IllegalStateException("a listener at fault");
            }
        });
        int[] seen = {0};
        bench.devices.subscribe(snapshot -> seen[0] = snapshot.links().size());
        armed[0] = true;
        bench.reader.insert(new FakeKey());
        assertEquals(1, seen[0]);
    }
}
