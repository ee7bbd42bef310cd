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

/**
 * A key that answers as it is told, and writes down what it was sent. Says nothing by itself but the answer to INIT.
 */
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
    private int deafToInit;

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

    /** Does not answer that many INITs. */
    ScriptedKey deafToInit(int times) {
        deafToInit = times;
        return this;
    }

    /** From the next INIT on gives out this channel. */
    void givesOut(int other) {
        channel = other;
    }

    /** What to do with the next message that is neither INIT nor CANCEL, and then with the one after it. */
    ScriptedKey then(Consumer<HidMessage> reaction) {
        script.add(reaction);
        return this;
    }

    ScriptedKey thenAnswers(int command, int... data) {
        return then(message -> says(command, data));
    }

    void says(int command, int... data) {
        saysOn(channel, command, data);
    }

    void saysOn(int onChannel, int command, int... data) {
        byte[] bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        saysReports(Packets.of(onChannel, new HidMessage(command, bytes), reportLength));
    }

    void saysReports(List<byte[]> packets) {
        reports.addAll(packets);
    }

    /** Returns the commands that came, in order. */
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
            introduce(to, message);
        } else if (!script.isEmpty()) {
            script.remove().accept(message);
        }
    }

    private void introduce(int to, HidMessage message) {
        if (deafToInit > 0) {
            deafToInit--;
            return;
        }
        ByteBuffer answer = ByteBuffer.allocate(17).put(message.data());
        answer.putInt(channel).put(new byte[] {2, 1, 0, 0}).put((byte) capabilities);
        saysReports(Packets.of(to, new HidMessage(Command.INIT, answer.array()), reportLength));
    }

    @Override
    public Optional<byte[]> read(Duration patience) {
        if (reports.isEmpty()) {
            LockSupport.parkNanos(Math.min(patience.toNanos(), 1_000_000));
        }
        return Optional.ofNullable(reports.poll());
    }
}
