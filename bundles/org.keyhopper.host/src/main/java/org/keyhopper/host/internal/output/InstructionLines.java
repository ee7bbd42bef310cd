package org.keyhopper.host.internal.output;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.Deadline;

/** Prints the current instruction to the operator, and every few seconds the remaining time. */
final class InstructionLines implements AutoCloseable {

    private static final long INTERVAL_SECONDS = 5;

    private final Output output;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("seconds left").unstarted(task));

    /** Guarded by this, as are the following fields. */
    private Instruction instruction = new Instruction.None();

    private Deadline end = Deadline.in(Duration.ZERO);
    private Future<?> ticking;

    InstructionLines(Output output) {
        this.output = output;
    }

    synchronized void show(Instruction next) {
        if (ticking != null) {
            ticking.cancel(false);
        }
        instruction = next;
        end = Deadline.in(next.left());
        write(next.left().toSeconds());
        if (next.left().isPositive()) {
            ticking = timer.scheduleAtFixedRate(() -> tick(next), 1, 1, TimeUnit.SECONDS);
        }
    }

    private synchronized void tick(Instruction of) {
        long left = Math.round(end.remaining().toMillis() / 1000.0);
        boolean due = left > 0 && (left <= INTERVAL_SECONDS || left % INTERVAL_SECONDS == 0);
        if (instruction == of && due) {
            write(left);
        }
    }

    private void write(long left) {
        JsonObject json = RunLines.event("instruction");
        json.addProperty("do", kind());
        if (left > 0) {
            json.addProperty("secondsLeft", left);
        }
        if (instruction instanceof Instruction.Swap(Duration all, String inserted, String wanted)) {
            json.addProperty("inserted", inserted);
            json.addProperty("wanted", wanted);
        }
        if (instruction instanceof Instruction.RemoveOthers(Duration all, List<String> devices)) {
            JsonArray names = new JsonArray();
            devices.forEach(names::add);
            json.add("devices", names);
        }
        output.printObject(json);
        if (!(instruction instanceof Instruction.None)) {
            output.print("   Now: " + text() + (left > 0 ? " (" + left + " s left)" : ""));
        }
    }

    private String kind() {
        return switch (instruction) {
            case Instruction.None none -> "none";
            case Instruction.Touch touch -> "touch";
            case Instruction.LongTouch touch -> "long-touch";
            case Instruction.TakeOut out -> "take-out";
            case Instruction.PutBack back -> "put-back";
            case Instruction.Swap swap -> "swap";
            case Instruction.RemoveOthers others -> "remove-others";
            case Instruction.ConfirmDevice confirm -> "confirm-device";
        };
    }

    private String text() {
        return switch (instruction) {
            case Instruction.None none -> "";
            case Instruction.Touch touch -> "touch the key";
            case Instruction.LongTouch touch -> "touch and hold the key";
            case Instruction.TakeOut out -> "remove the device";
            case Instruction.PutBack back -> "reinsert the same device";
            case Instruction.Swap(Duration left, String inserted, String wanted) ->
                "this is another device" + serial(inserted) + "; remove it and reinsert the one that you removed"
                        + serial(wanted);
            case Instruction.RemoveOthers(Duration left, List<String> devices) ->
                "only the device to be reset may be connected; remove " + String.join(", ", devices);
            case Instruction.ConfirmDevice confirm -> "keep the device in your hand and confirm it";
        };
    }

    private static String serial(String number) {
        return number.isEmpty() ? "" : " (serial number " + number + ")";
    }

    /** Stops the output. */
    @Override
    public synchronized void close() {
        instruction = new Instruction.None();
        timer.shutdownNow();
    }
}
