package org.keyhopper.core.internal.run.manual;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.CancelSignal;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.Devices;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.device.Failures;
import org.keyhopper.fido.DeviceException;

/** Has the operator choose one of several devices: by blinking, and by touch. Confined to the run's thread. */
final class DeviceChooser {

    private static final Duration TOUCH = Duration.ofSeconds(30);

    /** Most keys time out by themselves a moment earlier. */
    private static final Duration TOUCH_LIMIT = Duration.ofSeconds(35);

    private final Devices devices;
    private final ManualRunState state;
    private final Executor run;
    private Optional<Round> round = Optional.empty();

    DeviceChooser(Devices devices, ManualRunState state, Executor run) {
        this.devices = devices;
        this.state = state;
        this.run = run;
    }

    /** Makes one blink, which ends a wait for a touch. A failure becomes the notice. */
    void wink(LinkId link) {
        end();
        devices.submit(link, DeviceChooser::wink)
                .whenComplete((blinked, failure) -> run.execute(() -> {
                    Problem problem = failure == null
                            ? Problem.of(DeviceProblem.NOT_SUPPORTED, "WINK")
                            : Failures.problemOf(failure);
                    if (failure != null || !blinked) {
                        state.noticeWhileChoosing(problem);
                    }
                }));
    }

    private static boolean wink(OpenDevice device) throws DeviceException {
        try {
            return device.channel().wink();
        } catch (ChannelException e) {
            throw DeviceException.unreached(e.problem(), e);
        }
    }

    /** Has all of them wait for a touch; {@code touched} receives the first, and the others stop waiting. */
    void awaitTouch(List<LinkDescription> keys, Consumer<LinkId> touched) {
        end();
        Round begun = new Round(keys.size(), touched);
        round = Optional.of(begun);
        state.notice(Optional.empty());
        state.instruct(new Instruction.Touch(TOUCH));
        for (LinkDescription key : keys) {
            devices.submit(key.id(), device -> isTouched(device, begun))
                    .whenComplete((done, failure) -> run.execute(() -> answered(begun, key.id(), failure == null)));
        }
    }

    private static boolean isTouched(OpenDevice device, Round round) throws DeviceException {
        device.authenticator().awaitTouch(new ExchangeControl(Deadline.in(TOUCH_LIMIT), round.over, state -> {}));
        return true;
    }

    private void answered(Round of, LinkId link, boolean touched) {
        if (round.filter(of::equals).isEmpty()) {
            return;
        }
        of.waiting--;
        if (touched) {
            end();
            of.touched.accept(link);
        } else if (of.waiting == 0) {
            end();
            state.noticeWhileChoosing(Problem.of(DeviceProblem.NOT_TOUCHED));
        }
    }

    /** Ends the wait for a touch. */
    void end() {
        round.ifPresent(begun -> {
            begun.over.cancel();
            state.instruct(new Instruction.None());
        });
        round = Optional.empty();
    }

    /** One wait for a touch at any of several keys. */
    private static final class Round {

        private final Consumer<LinkId> touched;
        private final CancelSignal over = new CancelSignal();
        private int waiting;

        Round(int waiting, Consumer<LinkId> touched) {
            this.waiting = waiting;
            this.touched = touched;
        }
    }
}
