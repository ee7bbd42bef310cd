package org.keyhopper.core.fake;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.CardSession;
import org.keyhopper.api.printer.Disposal;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.printer.Recovery;
import org.keyhopper.api.transport.Deadline;

/**
 * A printer whose reported state lags behind its movements by up to three seconds, and whose movements fail at random in every
 * way that drivers report: not started, operator needed, this card, not confirmed. An operator sees to each cause after a
 * while. Used by one printer.
 */
public final class LaggingPrinter extends FakePrinterDriver {

    /** A movement that was sent. */
    public enum Kind {
        PRESENT,
        EJECT,
        REJECT,
        RECOVER
    }

    /**
     * One movement that was sent.
     *
     * @param card how many cards had been taken from the hopper before it
     * @param located how often the card's position had been asked before it
     * @param failure empty when it was confirmed
     */
    public record Sent(Kind kind, int card, Duration at, int located, Optional<PrinterProblem> failure) {}

    /** Something that only an operator can see to. */
    private record Cause(PrinterProblem problem, Duration since, Duration until, boolean reported) {}

    private static final PrinterProblem[] FEEDING = {
        PrinterProblem.HOPPER_EMPTY, PrinterProblem.FEED_FAILED, PrinterProblem.COVER_OPEN
    };
    private static final PrinterProblem[] LEAVING = {PrinterProblem.OUTPUT_FULL, PrinterProblem.COVER_OPEN};
    private static final Duration MOVEMENT = Duration.ofSeconds(2);
    public final Deque<FakeKey> hopper = new ArrayDeque<>();
    public final List<FakeKey> output = new ArrayList<>();
    public final List<FakeKey> rejected = new ArrayList<>();
    public final List<Sent> sent = new ArrayList<>();

    /** From now on a card is reported inside, whatever is done about it. */
    public volatile boolean reportsCardForEver;

    /** From now on another program has the printer. */
    public volatile boolean reserved;

    /** How many causes there were for an operator to be called. */
    public int causes;

    /** How often it was asked to begin. */
    public int begun;

    private final FakeReader reader;
    private final AdvancingClock clock;
    private final Random random;

    /** Of hundred movements. */
    private final int faulty;

    private FakeKey inside;
    private Cause cause;
    private int taken;
    private int located;
    private Duration changed = Duration.ofSeconds(-10);
    private Duration lag = Duration.ZERO;

    public LaggingPrinter(FakeReader reader, AdvancingClock clock, long seed, int faulty) {
        super("lagging");
        this.reader = reader;
        this.clock = clock;
        this.random = new Random(seed);
        this.faulty = faulty;
    }

    public LaggingPrinter load(int cards) {
        for (int i = 0; i < cards; i++) {
            hopper.add(new FakeKey());
        }
        return this;
    }

    private Duration millis(int least, int most) {
        return Duration.ofMillis(least + random.nextInt(most - least + 1));
    }

    private boolean isFixed() {
        return cause == null || clock.now().compareTo(cause.until) >= 0;
    }

    /** Sends a movement: it fails, or happens, or both. */
    private void send(Kind kind, PrinterProblem[] obstacles, Runnable motion) throws PrinterException {
        if (!isFixed()) {
            throw failed(kind, cause.problem);
        }
        cause = null;
        int draw = random.nextInt(100);
        if (draw >= faulty) {
            move(motion);
            sent.add(new Sent(kind, taken, clock.now(), located, Optional.empty()));
            return;
        }
        switch (draw % 4) {
            case 0 -> throw failed(kind, PrinterProblem.BUSY);
            case 1 -> {
                causes++;
                PrinterProblem problem = obstacles[random.nextInt(obstacles.length)];
                Duration now = clock.now();
                cause = new Cause(
                        problem, now.plus(millis(0, 3000)), now.plus(millis(3000, 90_000)), random.nextBoolean());
                throw failed(kind, problem);
            }
            case 2 -> {
                move(motion);
                throw failed(kind, PrinterProblem.MOVE_UNCONFIRMED);
            }
            default -> throw failed(kind, PrinterProblem.MOVE_UNCONFIRMED);
        }
    }

    private PrinterException failed(Kind kind, PrinterProblem problem) {
        sent.add(new Sent(kind, taken, clock.now(), located, Optional.of(problem)));
        return PrinterException.of(problem);
    }

    private void move(Runnable motion) {
        clock.advance(MOVEMENT);
        motion.run();
        changed = clock.now();
        lag = millis(0, 3000);
    }

    private void take() {
        if (inside == null) {
            inside = hopper.poll();
            taken++;
            reader.insert(inside, "Reader A");
        }
    }

    private void put(List<FakeKey> tray) {
        if (inside != null) {
            reader.remove(inside);
            tray.add(inside);
            inside = null;
        }
    }

    /** What it reported before the last movement, until the lag has passed. */
    private boolean reportsCard() {
        boolean late = clock.now().compareTo(changed.plus(lag)) < 0;
        return reportsCardForEver || (inside != null) != late;
    }

    @Override
    public PrinterStatus status(Deadline deadline) {
        PrinterStatus status =
                PrinterStatus.of(PrinterStatus.State.READY, reportsCard() ? CardLocation.INSIDE : CardLocation.HOPPER);
        boolean shown = cause != null
                && cause.reported
                && clock.now().compareTo(cause.since) >= 0
                && clock.now().compareTo(cause.until.plus(lag)) < 0;
        status = shown ? status.with(Set.of(Problem.of(cause.problem))) : status;
        return reportsCard() ? status.withRecoveries(Set.of(Recovery.REJECT_CARD, Recovery.EJECT_CARD)) : status;
    }

    @Override
    public CardSession begin(Encoder encoder, Deadline deadline) throws PrinterException {
        begun++;
        if (reserved) {
            throw PrinterException.of(PrinterProblem.RESERVED);
        }
        if (reportsCard()) {
            throw PrinterException.of(PrinterProblem.CARD_INSIDE);
        }
        return new Session();
    }

    @Override
    public PrinterStatus recover(Recovery recovery, Deadline deadline) {
        sent.add(new Sent(Kind.RECOVER, taken, clock.now(), located, Optional.empty()));
        move(() -> put(recovery == Recovery.EJECT_CARD ? output : rejected));
        return status(deadline);
    }

    private final class Session extends FakeSession {

        @Override
        public void present(Deadline deadline) throws PrinterException {
            go(CardLocation.CONTACT, () -> send(Kind.PRESENT, FEEDING, LaggingPrinter.this::take));
            if (random.nextInt(200) < faulty / 5) {
                throw PrinterException.of(PrinterProblem.CONTACT_FAILED);
            }
        }

        @Override
        public void eject(Deadline deadline) throws PrinterException {
            go(CardLocation.OUTPUT_TRAY, () -> send(Kind.EJECT, LEAVING, () -> put(output)));
        }

        @Override
        public Disposal reject(String reason, Deadline deadline) throws PrinterException {
            go(CardLocation.REJECT_TRAY, () -> send(Kind.REJECT, LEAVING, () -> put(rejected)));
            return Disposal.REJECT_TRAY;
        }

        /** The position, other than the state, is current; now and then it cannot be told. */
        @Override
        public CardLocation locate(Deadline deadline) {
            located++;
            boolean told = random.nextInt(100) >= 2 * faulty;
            if (told && !location.isOut()) {
                location = inside != null ? CardLocation.CONTACT : target.isOut() ? target : CardLocation.HOPPER;
            }
            return location;
        }

        @Override
        public void close() {
            if (location == CardLocation.CONTACT && inside != null) {
                put(rejected);
                location = CardLocation.REJECT_TRAY;
            }
        }
    }
}
