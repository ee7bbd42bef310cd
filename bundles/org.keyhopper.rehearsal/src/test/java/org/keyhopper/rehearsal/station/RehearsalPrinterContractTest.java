package org.keyhopper.rehearsal.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.printer.Station;
import org.keyhopper.rehearsal.printer.CardMachine;
import org.keyhopper.rehearsal.printer.CardPlace;
import org.keyhopper.rehearsal.printer.MachineFault;
import org.keyhopper.rehearsal.printer.MachineOptions;
import org.keyhopper.rehearsal.printer.MachineTrouble;
import org.keyhopper.rehearsal.printer.Motion;
import org.keyhopper.testkit.printer.Happening;
import org.keyhopper.testkit.printer.PrinterDriverContract;
import org.keyhopper.testkit.printer.PrinterRig;
import org.keyhopper.testkit.printer.PrinterTroubleContract;

/** The rehearsal's printer is a printer like others. */
class RehearsalPrinterContractTest {

    @Nested
    class Cards extends PrinterDriverContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return new Rig(build);
        }
    }

    @Nested
    class Trouble extends PrinterTroubleContract {
        @Override
        protected PrinterRig rig(PrinterRig.Build build) {
            return new Rig(build);
        }
    }

    private static final class Rig implements PrinterRig {

        private final CardMachine machine;
        private final PrinterDriver driver;

        Rig(Build build) {
            MachineOptions built = MachineOptions.quick();
            built = build == Build.WITHOUT_REJECT_TRAY ? built.withoutRejectTray() : built;
            machine = new CardMachine(build == Build.SLOW ? built.taking(Duration.ofMillis(1500)) : built);
            driver = new RehearsalDriver(machine);
        }

        @Override
        public PrinterDriver driver() {
            return driver;
        }

        @Override
        public PrinterAddress address() {
            return RehearsalPrinter.ADDRESS;
        }

        @Override
        public Station station() {
            return Station.CONTACT;
        }

        @Override
        public void happens(Happening happening) {
            switch (happening) {
                case CARD_LOADED -> machine.load("plain", 1);
                case CARD_LEFT_INSIDE -> machine.leaveCardInside("plain");
                case COVER_OPENED -> machine.begin(MachineTrouble.COVER_OPEN);
                case COVER_CLOSED -> machine.end(MachineTrouble.COVER_OPEN);
                case CARD_TAKEN_OUT -> new PrinterHands(machine, new DeadCards()).clearJam();
                case SWITCHED_OFF -> machine.begin(MachineTrouble.SWITCHED_OFF);
                case SWITCHED_ON -> machine.end(MachineTrouble.SWITCHED_OFF);
                case RESERVED -> machine.begin(MachineTrouble.RESERVED);
                case FREED -> machine.end(MachineTrouble.RESERVED);
                case REJECT_TRAY_FULL -> machine.begin(MachineTrouble.REJECT_FULL);
                case REJECT_TRAY_EMPTIED -> machine.empty(CardPlace.REJECT);
                case FEED_WILL_JAM -> next(MachineFault.Effect.JAM, Motion.Kind.FEED);
                case EJECT_WILL_JAM -> next(MachineFault.Effect.JAM, Motion.Kind.EJECT);
                case FEED_REPLY_WILL_BE_LOST -> next(MachineFault.Effect.LOSE_REPLY, Motion.Kind.FEED);
                case EJECT_REPLY_WILL_BE_LOST -> next(MachineFault.Effect.LOSE_REPLY, Motion.Kind.EJECT);
            }
        }

        @Override
        public int cardsAt(CardLocation location) {
            CardPlace place = Arrays.stream(CardPlace.values())
                    .filter(each -> location.name().startsWith(each.name()))
                    .max(Comparator.comparingInt(each -> each.name().length()))
                    .orElseThrow();
            return (int)
                    machine.places().values().stream().filter(place::equals).count();
        }

        @Override
        public int movements() {
            return Stream.of(Motion.Kind.FEED, Motion.Kind.MOVE, Motion.Kind.EJECT, Motion.Kind.REJECT)
                    .mapToInt(machine::count)
                    .sum();
        }

        @Override
        public void close() {
            try {
                machine.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void next(MachineFault.Effect effect, Motion.Kind kind) {
            machine.plan(new MachineFault(effect, kind, machine.count(kind) + 1));
        }
    }
}
