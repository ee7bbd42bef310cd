package org.keyhopper.transport.pcsc.internal.apdu;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.ChannelException;

/** A card that returns scripted responses in order and records the commands. */
final class ScriptedCard implements ApduLink {

    static final String FAILURE = "failure";

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> commands = new ArrayList<>();

    ScriptedCard answering(String... hex) {
        answers.addAll(List.of(hex));
        return this;
    }

    /** Returns the commands in hex, in order. */
    List<String> commands() {
        return List.copyOf(commands);
    }

    @Override
    public byte[] transmit(byte[] command) throws ChannelException {
        commands.add(HexFormat.of().withUpperCase().formatHex(command));
        String answer = answers.isEmpty() ? FAILURE : answers.remove();
        if (answer.equals(FAILURE)) {
            throw new ChannelException(Problem.of(DeviceProblem.GONE));
        }
        return HexFormat.of().parseHex(answer);
    }
}
