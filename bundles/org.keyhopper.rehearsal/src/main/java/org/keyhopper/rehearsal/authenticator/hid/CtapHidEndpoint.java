package org.keyhopper.rehearsal.authenticator.hid;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.keyhopper.rehearsal.authenticator.card.Card;
import org.keyhopper.rehearsal.authenticator.card.CardPulledException;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/**
 * The CTAPHID side of a key (CTAP 2.2 section 11.2): several channels, one message at a time. Reports are received on
 * one thread and messages executed on another, so that a touch can be awaited.
 */
final class CtapHidEndpoint implements AutoCloseable {

    private static final int CAN_WINK = 0x01;
    private static final int SPEAKS_CBOR = 0x04;
    private static final int NO_U2F = 0x08;
    private static final int INVALID_COMMAND = 0x01;
    private static final int INVALID_PARAMETER = 0x02;
    private static final int INVALID_LENGTH = 0x03;
    private static final int INVALID_SEQUENCE = 0x04;
    private static final int CHANNEL_BUSY = 0x06;
    private static final int INVALID_CHANNEL = 0x0B;
    private static final long KEEP_ALIVE_MILLIS = 100;

    private final Card card;
    private final Touch touch;
    private final Consumer<CtapHidMessage> answers;
    private final Consumer<String> pulled;
    private final Channels channels;
    private final boolean supportsCtap2;
    private final ScheduledExecutorService timer = thread("key heartbeat");
    private final ScheduledExecutorService worker = thread("key at work");
    private Optional<IncomingMessage> incoming = Optional.empty();
    private Optional<RunningMessage> running = Optional.empty();

    /**
     * Creates a key that was just plugged in.
     *
     * @param answers receives the messages of the key; called on several threads
     * @param pulled notified with a reason when a fault removes the key
     */
    CtapHidEndpoint(Card card, Touch touch, Consumer<CtapHidMessage> answers, Consumer<String> pulled) {
        this.card = card;
        this.touch = touch;
        this.answers = answers;
        this.pulled = pulled;
        supportsCtap2 = card.personality().abilities().level().supportsCtap2();
        channels = new Channels(CAN_WINK | (supportsCtap2 ? SPEAKS_CBOR | NO_U2F : 0));
        card.powerUp();
    }

    private static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                work -> Thread.ofPlatform().daemon().name(name).unstarted(work));
    }

    /** Processes one report from the host. */
    synchronized void receive(byte[] report) {
        if (card.isDead()) {
            return;
        }
        ByteBuffer packet = ByteBuffer.wrap(report);
        boolean begins = (report[4] & 0x80) != 0;
        Optional<CtapHidMessage> message = begins ? begin(packet) : goOn(packet);
        message.ifPresent(this::execute);
    }

    private Optional<CtapHidMessage> begin(ByteBuffer packet) {
        IncomingMessage begun = new IncomingMessage(packet);
        int command = packet.get(4) & 0x7F;
        int channel = begun.channel();
        if (command == CtapHidMessage.INIT || command == CtapHidMessage.CANCEL) {
            return begun.whole();
        }
        int refusal = refusal(channel);
        if (refusal != 0) {
            answers.accept(CtapHidMessage.error(channel, refusal));
            return Optional.empty();
        }
        incoming = Optional.of(begun);
        return whole();
    }

    private int refusal(int channel) {
        if (!channels.knows(channel)) {
            return INVALID_CHANNEL;
        }
        incoming = incoming.filter(message -> !message.isStale());
        boolean receiving = incoming.filter(other -> other.channel() != channel).isPresent();
        return running.isPresent() || receiving || channels.isLockedFor(channel) ? CHANNEL_BUSY : 0;
    }

    private Optional<CtapHidMessage> goOn(ByteBuffer packet) {
        int channel = packet.getInt();
        if (incoming.filter(message -> message.channel() == channel).isEmpty()) {
            return Optional.empty();
        }
        if (!incoming.get().goesOnWith(packet)) {
            incoming = Optional.empty();
            answers.accept(CtapHidMessage.error(channel, INVALID_SEQUENCE));
        }
        return whole();
    }

    private Optional<CtapHidMessage> whole() {
        Optional<CtapHidMessage> message = incoming.flatMap(IncomingMessage::whole);
        if (message.isPresent()) {
            incoming = Optional.empty();
        }
        return message;
    }

    private void execute(CtapHidMessage message) {
        switch (message.command()) {
            case CtapHidMessage.INIT -> introduce(message);
            case CtapHidMessage.CANCEL -> runningOn(message.channel()).ifPresent(RunningMessage::cancel);
            case CtapHidMessage.PING, CtapHidMessage.WINK -> answers.accept(message);
            case CtapHidMessage.LOCK -> lock(message);
            case CtapHidMessage.CBOR -> run(message);
            case CtapHidMessage.MSG -> u2f(message);
            default -> answers.accept(CtapHidMessage.error(message.channel(), INVALID_COMMAND));
        }
    }

    private void introduce(CtapHidMessage message) {
        if (message.data().length != 8) {
            answers.accept(CtapHidMessage.error(message.channel(), INVALID_LENGTH));
            return;
        }
        runningOn(message.channel()).ifPresent(RunningMessage::abandon);
        incoming = incoming.filter(other -> other.channel() != message.channel());
        answers.accept(channels.introduce(message));
    }

    private Optional<RunningMessage> runningOn(int channel) {
        return running.filter(work -> work.channel() == channel);
    }

    private void lock(CtapHidMessage message) {
        boolean taken = message.data().length == 1 && channels.lock(message.channel(), message.data()[0] & 0xFF);
        answers.accept(taken ? message.answer() : CtapHidMessage.error(message.channel(), INVALID_PARAMETER));
    }

    private void u2f(CtapHidMessage message) {
        answers.accept(
                supportsCtap2
                        ? CtapHidMessage.error(message.channel(), INVALID_COMMAND)
                        : message.answer((byte) 0x69, (byte) 0x85));
    }

    private void run(CtapHidMessage message) {
        if (!supportsCtap2) {
            answers.accept(CtapHidMessage.error(message.channel(), INVALID_COMMAND));
            return;
        }
        RunningMessage work = new RunningMessage(message.channel());
        running = Optional.of(work);
        work.keptAliveBy(timer.scheduleAtFixedRate(
                () -> keepAlive(work), KEEP_ALIVE_MILLIS, KEEP_ALIVE_MILLIS, TimeUnit.MILLISECONDS));
        worker.execute(() -> run(message, work));
    }

    private void run(CtapHidMessage message, RunningMessage work) {
        try {
            Interaction interaction = new Interaction(
                    () -> touch.await(work::isCancelled),
                    status -> {
                        work.status(status);
                        keepAlive(work);
                    },
                    work::isCancelled);
            Optional<byte[]> answer = card.handle(message.data(), interaction);
            finish(work, answer.map(message::answer));
        } catch (CardPulledException fault) {
            finish(work, Optional.empty());
            pulled.accept(fault.getMessage());
        }
    }

    private synchronized void finish(RunningMessage work, Optional<CtapHidMessage> answer) {
        work.ended();
        running = Optional.empty();
        if (!work.isAbandoned()) {
            answer.ifPresent(answers);
        }
    }

    private synchronized void keepAlive(RunningMessage work) {
        if (running.filter(work::equals).isPresent() && !work.isAbandoned() && !card.isDead()) {
            answers.accept(
                    new CtapHidMessage(work.channel(), CtapHidMessage.KEEPALIVE, new byte[] {(byte) work.status()}));
        }
    }

    /** Powers off: a running message ends. */
    @Override
    public synchronized void close() {
        running.ifPresent(RunningMessage::abandon);
        timer.shutdownNow();
        worker.shutdownNow();
    }
}
