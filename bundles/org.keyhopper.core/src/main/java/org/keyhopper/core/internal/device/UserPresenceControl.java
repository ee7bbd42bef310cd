package org.keyhopper.core.internal.device;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.KeepAlive;

/**
 * Messages for which a device may wait for a touch. The person is told when it does, and only that wait is ended by an
 * interruption: what needs nobody comes to its end.
 */
public final class UserPresenceControl {

    /** What a device waits for a touch; most keys give up by themselves after this time. */
    private static final Duration TOUCH = Duration.ofSeconds(30);

    /** More than a device needs to give up by itself, so that it is the device that says what became of the message. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private UserPresenceControl() {}

    public static ExchangeControl forTouch(Interruption stop, Consumer<Instruction> instruct) {
        return of(stop, instruct, Instruction.Touch::new);
    }

    public static ExchangeControl forLongTouch(Interruption stop, Consumer<Instruction> instruct) {
        return of(stop, instruct, Instruction.LongTouch::new);
    }

    private static ExchangeControl of(
            Interruption stop, Consumer<Instruction> instruct, Function<Duration, Instruction> kind) {
        CancelSignal wait = new CancelSignal();
        return new ExchangeControl(Deadline.in(PATIENCE), wait, state -> {
            if (state == KeepAlive.TOUCH_NEEDED) {
                instruct.accept(kind.apply(TOUCH));
                stop.ends(wait);
            }
        });
    }
}
