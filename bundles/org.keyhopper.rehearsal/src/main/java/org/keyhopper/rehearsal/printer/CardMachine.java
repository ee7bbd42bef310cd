package org.keyhopper.rehearsal.printer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.rehearsal.authenticator.card.Card;

/**
 * The mechanics of a card printer: hopper, one card path with encoders, trays, a cover, and scheduled faults. A
 * movement blocks for its duration; everything else returns at once. Thread-safe.
 */
public final class CardMachine implements AutoCloseable {

    private static final AtomicInteger BUILT = new AtomicInteger();

    private final String serial =
            "%07d%03d".formatted(ProcessHandle.current().pid() % 10_000_000, BUILT.getAndIncrement() % 1000);

    private final MachineOptions options;
    private final MachineConditions troubles = new MachineConditions();
    private final Engagement engagement;
    private final CardPlaces cards;
    private final FaultPlan plan = new FaultPlan();
    private boolean moving;
    private Duration moved = Duration.ZERO;

    public CardMachine(MachineOptions options) {
        this.options = options;
        this.cards = new CardPlaces(options.firstSerial());
        this.engagement = new Engagement(options.encoders());
    }

    /** Returns its serial number: ten digits, unique among the machines on this computer. */
    public String serial() {
        return serial;
    }

    /** Returns its equipment. */
    public MachineOptions options() {
        return options;
    }

    /** Moves a card to an encoder, from the hopper unless one is inside. Does not engage it. */
    public Motion toEncoder(Encoder encoder) {
        Motion.Kind kind = cardInside().isPresent() ? Motion.Kind.MOVE : Motion.Kind.FEED;
        return perform(kind, () -> {
            if (!engagement.has(encoder)) {
                return MotionOutcome.NO_ENCODER;
            }
            if (cards.inside().isEmpty()) {
                if (cards.isHopperEmpty()) {
                    return MotionOutcome.HOPPER_EMPTY;
                }
                cards.takeFromHopper();
            }
            engagement.off();
            cards.move(CardPlace.valueOf(encoder.name()));
            return MotionOutcome.DONE;
        });
    }

    /** Lowers the contacts or switches the field on. */
    public Motion engage() {
        return perform(Motion.Kind.ENGAGE, () -> {
            Optional<Encoder> encoder = encoder();
            if (encoder.isEmpty()) {
                return MotionOutcome.NO_CARD;
            }
            engagement.on(encoder.get(), cards.inside().orElseThrow());
            return MotionOutcome.DONE;
        });
    }

    public Motion release() {
        return perform(Motion.Kind.RELEASE, () -> {
            engagement.off();
            return MotionOutcome.DONE;
        });
    }

    public Motion eject() {
        return perform(
                Motion.Kind.EJECT,
                () -> dispose(CardPlace.OUTPUT, MachineCondition.OUTPUT_FULL, MotionOutcome.OUTPUT_FULL));
    }

    public Motion reject() {
        return perform(
                Motion.Kind.REJECT,
                () -> options.rejectTray() == MachineOptions.Tray.MISSING
                        ? MotionOutcome.NO_REJECT_TRAY
                        : dispose(CardPlace.REJECT, MachineCondition.REJECT_FULL, MotionOutcome.REJECT_FULL));
    }

    /** Loads new cards into the hopper. */
    public synchronized List<Card> load(String traits, int count) {
        return cards.load(traits, count);
    }

    /** Leaves a card inside, as after a crash. */
    public synchronized void leaveCardInside(String traits) {
        cards.load(traits, 1);
        cards.takeFromHopper();
    }

    /** Removes the card inside by hand. */
    public synchronized void takeOutCard() throws IOException {
        if (cards.inside().isPresent()) {
            engagement.off();
            cards.move(CardPlace.TAKEN_OUT);
        }
        troubles.remove(MachineCondition.JAMMED);
    }

    /** Empties a tray. */
    public synchronized void empty(CardPlace tray) {
        cards.empty(tray);
        troubles.remove(tray == CardPlace.OUTPUT ? MachineCondition.OUTPUT_FULL : MachineCondition.REJECT_FULL);
    }

    public synchronized void begin(MachineCondition trouble) {
        troubles.add(trouble);
    }

    public synchronized void end(MachineCondition trouble) {
        troubles.remove(trouble);
    }

    public synchronized void plan(MachineFault fault) {
        plan.add(fault);
    }

    public synchronized Set<MachineCondition> troubles() {
        return troubles.snapshot();
    }

    public synchronized boolean has(MachineCondition trouble) {
        return troubles.contains(trouble);
    }

    public synchronized boolean isMoving() {
        return moving;
    }

    /** Returns the total duration of all movements. */
    public synchronized Duration timeMoving() {
        return moved;
    }

    public synchronized boolean isHopperEmpty() {
        return cards.isHopperEmpty();
    }

    public synchronized boolean isEngaged() {
        return engagement.isOn();
    }

    /** Returns the place of the card in the path; empty without one. */
    public synchronized Optional<CardPlace> cardInside() {
        return cards.placeInside();
    }

    /** Returns every card with its place, in loading order. */
    public synchronized Map<Card, CardPlace> places() {
        return cards.places();
    }

    /** Returns the number of movements started. */
    public synchronized int count(Motion.Kind kind) {
        return plan.count(kind);
    }

    @Override
    public synchronized void close() throws IOException {
        engagement.off();
    }

    private Motion perform(Motion.Kind kind, Work work) {
        Optional<MachineFault.Effect> fault;
        synchronized (this) {
            Optional<MotionOutcome> obstacle = moving ? Optional.of(MotionOutcome.BUSY) : troubles.obstacle(kind);
            if (obstacle.isPresent()) {
                return Motion.of(obstacle.get());
            }
            moving = true;
            fault = plan.next(kind);
        }
        long began = System.nanoTime();
        try {
            sleep();
            return carryOut(kind, fault, work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            synchronized (this) {
                moving = false;
                moved = moved.plusNanos(System.nanoTime() - began);
            }
        }
    }

    private synchronized Motion carryOut(Motion.Kind kind, Optional<MachineFault.Effect> fault, Work work)
            throws IOException {
        Optional<Motion> early = fault.flatMap(effect -> before(kind, effect));
        if (early.isPresent()) {
            return early.get();
        }
        if (is(fault, MachineFault.Effect.JAM)) {
            return jam(kind);
        }
        if (kind == Motion.Kind.FEED) {
            engagement.nextIsDead(is(fault, MachineFault.Effect.DEAD_CARD));
        }
        MotionOutcome outcome = work.run();
        if (is(fault, MachineFault.Effect.OPEN_COVER)) {
            troubles.add(MachineCondition.COVER_OPEN);
        }
        if (is(fault, MachineFault.Effect.POWER_OFF)) {
            troubles.add(MachineCondition.SWITCHED_OFF);
            engagement.off();
        }
        boolean told = !is(fault, MachineFault.Effect.LOSE_REPLY) && !is(fault, MachineFault.Effect.POWER_OFF);
        return new Motion(outcome, told);
    }

    private Optional<Motion> before(Motion.Kind kind, MachineFault.Effect effect) {
        return switch (effect) {
            case MISFEED -> Optional.of(Motion.of(MotionOutcome.FEED_FAILED));
            case LOSE_COMMAND -> Optional.of(new Motion(MotionOutcome.BUSY, false));
            case BREAK -> {
                troubles.add(MachineCondition.BROKEN);
                yield Optional.of(Motion.of(MotionOutcome.HARDWARE));
            }
            case FILL_TRAY -> {
                troubles.add(kind == Motion.Kind.REJECT ? MachineCondition.REJECT_FULL : MachineCondition.OUTPUT_FULL);
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private Motion jam(Motion.Kind kind) throws IOException {
        if (kind == Motion.Kind.FEED && !cards.isHopperEmpty()) {
            cards.takeFromHopper();
        }
        if (cards.inside().isPresent()) {
            engagement.off();
            cards.move(CardPlace.TRANSPORT);
        }
        troubles.add(MachineCondition.JAMMED);
        return Motion.of(MotionOutcome.JAM);
    }

    private MotionOutcome dispose(CardPlace tray, MachineCondition full, MotionOutcome refusal) throws IOException {
        if (cards.inside().isEmpty()) {
            return MotionOutcome.NO_CARD;
        }
        if (cards.count(tray) >= options.trayCapacity()) {
            troubles.add(full);
        }
        if (troubles.contains(full)) {
            return refusal;
        }
        engagement.off();
        cards.move(tray);
        return MotionOutcome.DONE;
    }

    private Optional<Encoder> encoder() {
        return cards.placeInside()
                .filter(place -> place == CardPlace.CONTACT || place == CardPlace.CONTACTLESS)
                .map(place -> Encoder.valueOf(place.name()));
    }

    private static boolean is(Optional<MachineFault.Effect> fault, MachineFault.Effect effect) {
        return fault.filter(effect::equals).isPresent();
    }

    private void sleep() throws IOException {
        try {
            Thread.sleep(options.movement());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted in a movement");
        }
    }

    @FunctionalInterface
    private interface Work {
        MotionOutcome run() throws IOException;
    }
}
