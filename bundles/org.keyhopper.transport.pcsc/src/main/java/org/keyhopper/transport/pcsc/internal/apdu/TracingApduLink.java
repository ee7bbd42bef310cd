package org.keyhopper.transport.pcsc.internal.apdu;

import java.time.Duration;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.keyhopper.api.transport.ChannelException;

/** Traces headers, lengths, status words and durations of all APDUs; never the data. */
public final class TracingApduLink implements ApduLink {

    private static final int HEADER = 4;

    private final ApduLink card;
    private final Consumer<String> lines;

    public TracingApduLink(ApduLink card, Consumer<String> lines) {
        this.card = card;
        this.lines = lines;
    }

    @Override
    public byte[] transmit(byte[] command) throws ChannelException {
        long start = System.nanoTime();
        byte[] answer = card.transmit(command);
        lines.accept("%s +%d -> %s +%d, %d ms"
                .formatted(
                        header(command),
                        Math.max(0, command.length - HEADER),
                        statusWord(answer),
                        Math.max(0, answer.length - 2),
                        Duration.ofNanos(System.nanoTime() - start).toMillis()));
        return answer;
    }

    private static String header(byte[] command) {
        return hex(command, 0, Math.min(HEADER, command.length));
    }

    private static String statusWord(byte[] answer) {
        return hex(answer, Math.max(0, answer.length - 2), answer.length);
    }

    private static String hex(byte[] bytes, int from, int to) {
        return HexFormat.of().withUpperCase().formatHex(bytes, from, to);
    }
}
