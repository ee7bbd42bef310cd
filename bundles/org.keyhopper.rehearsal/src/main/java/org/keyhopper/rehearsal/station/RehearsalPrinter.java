package org.keyhopper.rehearsal.station;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.EncoderReader;
import org.keyhopper.rehearsal.printer.MachineOptions;

/** A simulated printer with a reader behind each encoder, all in memory. */
public final class RehearsalPrinter implements AutoCloseable {

    private static final String LOCATION = "printer";

    /** The only address of {@link #driver()}. */
    public static final PrinterAddress ADDRESS = RehearsalDriver.address(LOCATION);

    private final Map<Encoder, RehearsalReader> readers;
    private final DeadCards dead = new DeadCards();
    private final CardMachine machine;

    /** Keeps the serial numbers of its cards apart from those of the cards for the reader. */
    private static final int FIRST_SERIAL = 500_001;

    /**
     * @param movement how long each movement takes
     * @param pace how long the cards take, asked before each command
     */
    public RehearsalPrinter(Duration movement, Supplier<Pace> pace) {
        readers = Arrays.stream(Encoder.values())
                .collect(Collectors.toMap(
                        each -> each,
                        encoder -> reader(encoder, pace),
                        (one, other) -> one,
                        () -> new EnumMap<>(Encoder.class)));
        Map<Encoder, EncoderReader> behind = new EnumMap<>(Encoder.class);
        readers.forEach((encoder, reader) -> behind.put(encoder, new Antenna(reader, dead)));
        machine = new CardMachine(
                MachineOptions.quick().with(behind).taking(movement).numbering(FIRST_SERIAL));
    }

    /** Returns a driver that opens this printer. */
    public PrinterDriver driver() {
        return new RehearsalDriver(Map.of(LOCATION, machine));
    }

    Collection<RehearsalReader> readers() {
        return readers.values();
    }

    PrinterOperator hands() {
        return new PrinterOperator(machine, dead);
    }

    /** Returns the mechanics, to load cards and cause faults. */
    public CardMachine machine() {
        return machine;
    }

    /** Returns the reader behind an encoder. */
    public RehearsalReader behind(Encoder encoder) {
        return readers.get(encoder);
    }

    @Override
    public void close() throws IOException {
        machine.close();
    }

    private static RehearsalReader reader(Encoder encoder, Supplier<Pace> pace) {
        String word = encoder.name().toLowerCase(Locale.ROOT);
        DeviceKind kind = encoder == Encoder.CONTACT ? DeviceKind.CONTACT_CARD : DeviceKind.CONTACTLESS_CARD;
        return new RehearsalReader("rehearsal-" + word, "Rehearsal printer, " + word + " encoder", kind, pace);
    }

    /** Connects cards at the encoder to the reader, unless the chip is defective. */
    private record Antenna(RehearsalReader reader, DeadCards dead) implements EncoderReader {
        @Override
        public void insert(Card card) {
            if (!dead.contains(card)) {
                reader.insert(card);
            }
        }

        @Override
        public void withdraw() {
            reader.takeOut();
        }
    }
}
