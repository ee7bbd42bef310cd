package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.printer.ReaderBindings;

class ReaderBindingsTest {

    private static final String LEFT = "Evolis 10001";
    private static final String RIGHT = "Evolis 10002";

    @TempDir
    Path home;

    private StationStore store;
    private ReaderBindings bindings;

    @BeforeEach
    void open() {
        store = StationStore.open(home);
        bindings = store.bindings();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void bindingRoundTripAndPersistence() {
        ReaderBinding binding = binding(LEFT, Encoder.CONTACT, "OMNIKEY CardMan 5x21 0");
        bindings.put(binding);
        store.close();
        open();
        assertEquals(Optional.of(binding), bindings.find(LEFT, Encoder.CONTACT));
        assertTrue(bindings.find(LEFT, Encoder.CONTACTLESS).isEmpty());
        assertTrue(bindings.find(RIGHT, Encoder.CONTACT).isEmpty());
    }

    @Test
    void encodersOfAPrinterHaveTheirOwnReaders() {
        ReaderBinding contact = binding(LEFT, Encoder.CONTACT, "5x21 0");
        ReaderBinding contactless = binding(LEFT, Encoder.CONTACTLESS, "5x21-CL 0");
        ReaderBinding other = binding(RIGHT, Encoder.CONTACT, "5x21 1");
        List.of(other, contactless, contact).forEach(bindings::put);
        assertEquals(List.of(contact, contactless, other), bindings.list());
    }

    @Test
    void newBindingReplacesTheReaderOfTheEncoder() {
        bindings.put(binding(LEFT, Encoder.CONTACT, "5x21 0"));
        ReaderBinding again = binding(LEFT, Encoder.CONTACT, "5x21 1");
        bindings.put(again);
        assertEquals(List.of(again), bindings.list());
    }

    @Test
    void newBindingRemovesTheReaderFromItsOldEncoder() {
        ReaderBinding kept = binding(LEFT, Encoder.CONTACTLESS, "5x21-CL 0");
        bindings.put(kept);
        bindings.put(binding(LEFT, Encoder.CONTACT, "5x21 0"));
        ReaderBinding moved = binding(RIGHT, Encoder.CONTACT, "5x21 0");
        bindings.put(moved);
        assertEquals(List.of(kept, moved), bindings.list());
    }

    @Test
    void removingABindingIsIdempotent() {
        bindings.put(binding(LEFT, Encoder.CONTACT, "5x21 0"));
        bindings.remove(LEFT, Encoder.CONTACTLESS);
        assertEquals(1, bindings.list().size());
        bindings.remove(LEFT, Encoder.CONTACT);
        assertTrue(bindings.list().isEmpty());
    }

    private static ReaderBinding binding(String printer, Encoder encoder, String reader) {
        return new ReaderBinding(printer, encoder, reader, Samples.NOON);
    }
}
