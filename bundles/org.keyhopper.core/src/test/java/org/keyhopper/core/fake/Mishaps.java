package org.keyhopper.core.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.core.fake.FakePrinter.Move;

/** What is to go wrong with which movement of a fake printer, each in its turn. Thread-safe. */
final class Mishaps {

    private final Map<Move, Deque<Mishap>> plan = new EnumMap<>(Move.class);

    /**
     * One thing that goes wrong.
     *
     * @param moves whether it moves all the same
     * @param after how many such movements go well before
     */
    record Mishap(PrinterProblem problem, boolean moves, int after) {}

    synchronized void add(Move move, Mishap mishap) {
        plan.computeIfAbsent(move, key -> new ArrayDeque<>()).add(mishap);
    }

    /** Returns how many are still to come. */
    synchronized int left(Move move) {
        return plan.getOrDefault(move, new ArrayDeque<>()).size();
    }

    /** Returns what goes wrong with the movement that comes now. */
    synchronized Optional<Mishap> next(Move move) {
        Deque<Mishap> coming = plan.getOrDefault(move, new ArrayDeque<>());
        Mishap next = coming.poll();
        if (next != null && next.after > 0) {
            coming.addFirst(new Mishap(next.problem, next.moves, next.after - 1));
            return Optional.empty();
        }
        return Optional.ofNullable(next);
    }

    /** Moves, unless that is to go wrong. */
    void move(Move move, Runnable motion) throws PrinterException {
        Optional<Mishap> mishap = next(move);
        if (mishap.isEmpty() || mishap.get().moves) {
            motion.run();
        }
        if (mishap.isPresent()) {
            throw PrinterException.of(mishap.get().problem);
        }
    }
}
