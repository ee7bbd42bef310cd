package org.keyhopper.rehearsal.printer;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.keyhopper.api.printer.CardLocation;

/** Controls a machine by text commands, and counts cards and movements. Thread-safe. */
public final class MachineControl {

    private static final Duration SLOWLY = Duration.ofMillis(1500);

    private final CardMachine machine;
    private final MachineCommands commands;

    public MachineControl(CardMachine machine) {
        this.machine = machine;
        this.commands = new MachineCommands(machine);
    }

    /** Returns a new machine without readers; a slow one takes more than a second for each movement. */
    public static CardMachine machine(boolean rejectTray, boolean slow) {
        MachineOptions built = MachineOptions.quick();
        built = rejectTray ? built : built.withoutRejectTray();
        return new CardMachine(slow ? built.taking(SLOWLY) : built);
    }

    /** Executes a command of {@link CardMachineMain}'s control port, such as {@code fault jam feed next}. */
    public void run(String words) {
        JsonObject answer = commands.run(words);
        if (!answer.get("ok").getAsBoolean()) {
            throw new IllegalArgumentException(
                    words + ": " + answer.get("error").getAsString());
        }
    }

    /** Returns the number of cards at a location. */
    public int cardsAt(CardLocation location) {
        CardPlace place = Arrays.stream(CardPlace.values())
                .filter(each -> location.name().startsWith(each.name()))
                .max(Comparator.comparingInt(each -> each.name().length()))
                .orElseThrow();
        return (int) machine.places().values().stream().filter(place::equals).count();
    }

    /** Returns the number of card movements started. */
    public int movements() {
        return Stream.of(Motion.Kind.FEED, Motion.Kind.MOVE, Motion.Kind.EJECT, Motion.Kind.REJECT)
                .mapToInt(machine::count)
                .sum();
    }

    /** Shuts the machine down. */
    public void close() {
        try {
            machine.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
