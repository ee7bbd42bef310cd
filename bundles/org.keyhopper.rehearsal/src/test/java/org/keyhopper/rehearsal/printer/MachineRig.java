package org.keyhopper.rehearsal.printer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterDriver;
import org.keyhopper.api.printer.Station;
import org.keyhopper.printer.entrust.internal.EntrustDriver;
import org.keyhopper.printer.evolis.internal.EvolisDriver;
import org.keyhopper.printer.matica.internal.MaticaDriver;
import org.keyhopper.testkit.printer.Happening;
import org.keyhopper.testkit.printer.PrinterRig;

/** A driver in front of a simulated machine. */
final class MachineRig implements PrinterRig {

    /** A language, and the driver that speaks it. */
    enum Language {
        EVOLIS_SERVICE,
        EVOLIS_RAW,
        /** With the option that lets the printer say whether a card is inside. */
        EVOLIS_RAW_WITH_PRESENCE,
        XID,
        BIDI
    }

    private static final List<Motion.Kind> MOVING =
            List.of(Motion.Kind.FEED, Motion.Kind.MOVE, Motion.Kind.EJECT, Motion.Kind.REJECT);

    private final CardMachine machine;
    private final PrinterSkin skin;
    private final PrinterDriver driver;
    private final PrinterAddress address;

    private MachineRig(CardMachine machine, PrinterSkin skin, PrinterDriver driver, String options) {
        this.machine = machine;
        this.skin = skin;
        this.driver = driver;
        String plain = skin.address();
        this.address = PrinterAddress.parse(plain + (plain.contains("?") ? "&" : "?") + options)
                .result()
                .orElseThrow();
    }

    static MachineRig of(Language language, Build build) {
        MachineOptions built = MachineOptions.quick();
        built = build == Build.WITHOUT_REJECT_TRAY ? built.withoutRejectTray() : built;
        built = build == Build.SLOW ? built.taking(Duration.ofMillis(1500)) : built;
        CardMachine machine = new CardMachine(built);
        String reject = build == Build.WITHOUT_REJECT_TRAY ? "reject=no" : "reject=yes";
        try {
            return switch (language) {
                case EVOLIS_SERVICE ->
                    new MachineRig(machine, new EvolisServiceSkin(machine, 0), new EvolisDriver(), reject);
                case EVOLIS_RAW -> new MachineRig(machine, new EvolisRawSkin(machine, 0), new EvolisDriver(), reject);
                case EVOLIS_RAW_WITH_PRESENCE ->
                    new MachineRig(
                            machine, new EvolisRawSkin(machine, 0), new EvolisDriver(), reject + "&presence=no-card");
                case XID -> new MachineRig(machine, new XidSkin(machine, 0), new MaticaDriver(), reject);
                case BIDI ->
                    new MachineRig(machine, new BidiSkin(machine, Station.CONTACTLESS, 0), new EntrustDriver(), reject);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PrinterDriver driver() {
        return driver;
    }

    @Override
    public PrinterAddress address() {
        return address;
    }

    @Override
    public Station station() {
        return Station.CONTACTLESS;
    }

    CardMachine machine() {
        return machine;
    }

    @Override
    public void happens(Happening happening) {
        switch (happening) {
            case CARD_LOADED -> machine.load("plain", 1);
            case CARD_LEFT_INSIDE -> machine.leaveCardInside("plain");
            case COVER_OPENED -> machine.begin(MachineTrouble.COVER_OPEN);
            case COVER_CLOSED -> machine.end(MachineTrouble.COVER_OPEN);
            case CARD_TAKEN_OUT -> takeOut();
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
                .max((one, other) -> one.name().length() - other.name().length())
                .orElseThrow();
        return (int) machine.places().values().stream().filter(place::equals).count();
    }

    @Override
    public int movements() {
        return MOVING.stream().mapToInt(machine::count).sum();
    }

    @Override
    public void close() {
        try {
            skin.close();
            machine.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void next(MachineFault.Effect effect, Motion.Kind kind) {
        machine.plan(new MachineFault(effect, kind, machine.count(kind) + 1));
    }

    private void takeOut() {
        try {
            machine.takeOutCard();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
