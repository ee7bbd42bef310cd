package org.keyhopper.core.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Disposal;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.fake.Mishaps.Mishap;
import org.keyhopper.core.printer.ReaderBinding;

/** A driver with one printer that puts fake keys, as cards, into a slot of a fake reader. Any thread. */
public final class FakePrinter extends FakePrinterDriver {

    /** What can be made to go wrong. */
    public enum Move {
        BEGIN,
        PRESENT,
        EJECT,
        REJECT,
        LOCATE
    }

    public final Deque<FakeKey> hopper = new ArrayDeque<>();
    public final List<FakeKey> output = new ArrayList<>();
    public final List<FakeKey> rejected = new ArrayList<>();
    public final List<FakeKey> takenByHand = new ArrayList<>();

    /** Cards that no reader sees. */
    private final Set<FakeKey> dead = new HashSet<>();

    /** How late the reader notices that a card has gone. */
    public Duration lag = Duration.ZERO;

    /** What happens when a card is asked for, before it is taken. */
    public volatile Runnable beforePresent = () -> {};

    private final String name;
    private final FakeReader reader;
    private final String slot;
    private final Mishaps mishaps = new Mishaps();
    private volatile PrinterProblem mute;
    private volatile Move incompatible;
    private FakeKey inside;
    private boolean shown;

    public FakePrinter(String name, FakeReader reader, String slot) {
        super(name);
        this.name = name;
        this.reader = reader;
        this.slot = slot;
    }

    public ReaderBinding bindingTo(String reader) {
        return new ReaderBinding("Fake " + name + "-1", Encoder.CONTACT, reader, Instant.EPOCH);
    }

    /** The next such movement meets a driver that was compiled against another version of the API. */
    public FakePrinter incompatible(Move move) {
        incompatible = move;
        return this;
    }

    public synchronized FakePrinter load(int cards) {
        for (int i = 0; i < cards; i++) {
            hopper.add(new FakeKey());
        }
        return this;
    }

    public synchronized void load(FakeKey card) {
        hopper.add(card);
    }

    public synchronized FakePrinter loadDead() {
        FakeKey card = new FakeKey();
        dead.add(card);
        hopper.add(card);
        return this;
    }

    /** The next such movement fails before anything moves. */
    public FakePrinter failing(Move move, PrinterProblem problem) {
        return planned(move, new Mishap(problem, false, 0));
    }

    /** The next such movement happens, but its confirmation is lost. */
    public FakePrinter unanswered(Move move) {
        return planned(move, new Mishap(PrinterProblem.MOVE_UNCONFIRMED, true, 0));
    }

    /** As failing, after so many that go well. */
    public FakePrinter failingAfter(int good, Move move, PrinterProblem problem) {
        return planned(move, new Mishap(problem, false, good));
    }

    /** From now on it cannot be asked where the card is. */
    public FakePrinter silentAbout(PrinterProblem problem) {
        mute = problem;
        return this;
    }

    /** Returns how many planned failures of a movement are still to come. */
    public int left(Move move) {
        return mishaps.left(move);
    }

    public synchronized void leaveCardInside(FakeKey card) {
        inside = card;
    }

    public synchronized void leaveCardAtStation(FakeKey card) {
        inside = card;
        show();
    }

    public synchronized void takeOutByHand() {
        if (inside != null) {
            takenByHand.add(inside);
            hide();
            inside = null;
        }
    }

    public synchronized Optional<FakeKey> inside() {
        return Optional.ofNullable(inside);
    }

    private FakePrinter planned(Move move, Mishap mishap) {
        mishaps.add(move, mishap);
        return this;
    }

    private synchronized void show() {
        if (!shown && !dead.contains(inside)) {
            reader.insert(inside, slot);
            shown = true;
        }
    }

    private synchronized void hide() {
        if (shown) {
            reader.remove(inside);
            shown = false;
        }
    }

    /** The reader has not noticed yet. */
    private void hideLate(FakeKey card) {
        shown = false;
        Thread.ofPlatform().daemon().start(() -> {
            LockSupport.parkNanos(lag.toNanos());
            reader.remove(card);
        });
    }

    private synchronized void out(List<FakeKey> pile) {
        if (lag.isZero()) {
            hide();
        } else {
            hideLate(inside);
        }
        pile.add(inside);
        inside = null;
    }

    @Override
    public synchronized PrinterStatus status(Deadline deadline) {
        CardLocation card = inside == null ? CardLocation.HOPPER : CardLocation.INSIDE;
        PrinterStatus status = PrinterStatus.of(PrinterStatus.State.READY, card);
        return inside == null ? status : status.withRecoveries(Set.of(Recovery.REJECT_CARD, Recovery.EJECT_CARD));
    }

    @Override
    public CardSession begin(Encoder encoder, Deadline deadline) throws PrinterException {
        mishaps.move(Move.BEGIN, () -> {});
        if (inside().isPresent()) {
            throw PrinterException.of(PrinterProblem.CARD_INSIDE);
        }
        return new Session();
    }

    @Override
    public PrinterStatus recover(Recovery recovery, Deadline deadline) {
        out(recovery == Recovery.EJECT_CARD ? output : rejected);
        return status(deadline);
    }

    private final class Session extends FakeSession {

        @Override
        public void present(Deadline deadline) throws PrinterException {
            beforePresent.run();
            if (incompatible == Move.PRESENT) {
                throw new NoSuchMethodError("present");
            }
            go(CardLocation.CONTACT, this::feed);
        }

        private void feed() throws PrinterException {
            if (hopper.isEmpty() && inside().isEmpty()) {
                throw PrinterException.of(PrinterProblem.HOPPER_EMPTY);
            }
            mishaps.move(Move.PRESENT, () -> {
                synchronized (FakePrinter.this) {
                    if (inside == null) {
                        inside = hopper.poll();
                    }
                }
                show();
            });
        }

        @Override
        public void eject(Deadline deadline) throws PrinterException {
            go(CardLocation.OUTPUT_TRAY, () -> mishaps.move(Move.EJECT, () -> out(output)));
        }

        @Override
        public Disposal reject(String reason, Deadline deadline) throws PrinterException {
            go(CardLocation.REJECT_TRAY, () -> mishaps.move(Move.REJECT, () -> out(rejected)));
            return Disposal.REJECT_TRAY;
        }

        @Override
        public CardLocation locate(Deadline deadline) throws PrinterException {
            if (mute != null) {
                throw PrinterException.of(mute);
            }
            if (mishaps.next(Move.LOCATE).isPresent()) {
                return CardLocation.UNKNOWN;
            }
            if (location.isOut()) {
                return location;
            }
            if (inside().isPresent()) {
                location = CardLocation.CONTACT;
            } else {
                location = target.isOut() ? target : CardLocation.HOPPER;
            }
            return location;
        }

        @Override
        public void close() {
            if (location == CardLocation.CONTACT && inside().isPresent()) {
                out(rejected);
                location = CardLocation.REJECT_TRAY;
            }
        }
    }
}
