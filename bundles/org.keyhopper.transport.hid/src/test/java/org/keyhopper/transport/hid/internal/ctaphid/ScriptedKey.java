package org.keyhopper.transport.hid.internal.ctaphid;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.keyhopper.api.transport.ChannelException;

/** A key with scripted responses that records the requests. Without a script it responds only to INIT. */
final class ScriptedKey implements HidReports {

    static final int OURS = 0x01020304;
    static final int FOREIGN = 0x0A0B0C0D;
    static final int ALL_CAPABILITIES = 0x05;

    private final int reportLength;
    private final Deque<byte[]> reports = new ArrayDeque<>();
    private final List<HidMessage> received = new ArrayList<>();
    private final Deque<Consumer<HidMessage>> script = new ArrayDeque<>();
    private MessageAssembly incoming = new MessageAssembly(CtapHidConnection.BROADCAST);
    private int channel = OURS;
    private int capabilities = ALL_CAPABILITIES;
    private int ignoringInit;

    ScriptedKey() {
        this(64);
    }

    ScriptedKey(int reportLength) {
        this.reportLength = reportLength;
    }

    ScriptedKey withCapabilities(int bits) {
        capabilities = bits;
        return this;
    }

    /** Ignores the given number of INITs. */
    ScriptedKey ignoringInit(int times) {
        ignoringInit = times;
        return this;
    }

    /** Allocates this channel from the next INIT on. */
    void allocates(int other) {
        channel = other;
    }

    /**
     * Scripts the reaction to the next message that is neither INIT nor CANCEL; further calls script the following
     * ones.
     */
    ScriptedKey then(Consumer<HidMessage> reaction) {
        script.add(reaction);
        return this;
    }

    ScriptedKey thenAnswers(int command, int... data) {
        return then(message -> sends(command, data));
    }

    void sends(int command, int... data) {
        sendsOn(channel, command, data);
    }

    void sendsOn(int onChannel, int command, int... data) {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        sendsReports(Packets.of(onChannel, new HidMessage(command, bytes), reportLength));
    }

    void sendsReports(List<byte[]> packets) {
        reports.addAll(packets);
    }

    /** Returns the received commands in order. */
    List<Integer> commands() {
        return received.stream().map(HidMessage::command).toList();
    }

    List<HidMessage> received() {
        return received;
    }

    @Override
    public int outputLength() {
        return reportLength;
    }

    @Override
    public void write(byte[] report) throws ChannelException {
        int to = ByteBuffer.wrap(report).getInt();
        if ((report[4] & 0x80) != 0) {
            incoming = new MessageAssembly(to);
        }
        Optional<HidMessage> message = incoming.add(report);
        if (message.isPresent()) {
            received.add(message.get());
            react(to, message.get());
        }
    }

    private void react(int to, HidMessage message) {
        if (message.is(Command.INIT)) {
            respondToInit(to, message);
        } else if (!script.isEmpty()) {
            script.remove().accept(message);
        }
    }

    private void respondToInit(int to, HidMessage message) {
        if (ignoringInit > 0) {
            ignoringInit--;
            return;
        }
        ByteBuffer answer = ByteBuffer.allocate(17).put(message.data());
        answer.putInt(channel).put(new byte[] {2, 1, 0, 0}).put((byte) capabilities);
        sendsReports(Packets.of(to, new HidMessage(Command.INIT, answer.array()), reportLength));
    }

    @Override
    public Optional<byte[]> read(Duration patience) {
        if (reports.isEmpty()) {
            LockSupport.parkNanos(Math.min(patience.toNanos(), 1_000_000));
        }
        return Optional.ofNullable(reports.poll());
    }
}
