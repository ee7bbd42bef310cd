package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Device;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Parameters;
import org.keyhopper.rehearsal.authenticator.internal.cbor.Reply;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** Finds the command by its first byte and turns the result into an answer (CTAP 2.1, section 8.1). */
public final class Dispatcher {
    /** Longest message taken, getInfo key 0x05. */
    public static final int MAX_MESSAGE = 1200;

    private final Map<Integer, Command> commands = new HashMap<>();
    private final Device device;

    /** All commands this device understands. */
    public Dispatcher(Device device) {
        this.device = device;
        if (device.personality().abilities().level().speaksCbor()) {
            addBasic();
        }
        if (device.personality().speaksTwoOne()) {
            addTwoOne();
        }
    }

    /** Runs one message. */
    public byte[] run(byte[] message, Interaction interaction) {
        device.session().beginCommand();
        try {
            return answer(execute(message, interaction));
        } catch (CtapFailure failure) {
            return new byte[] {(byte) failure.code()};
        }
    }

    private Reply execute(byte[] message, Interaction interaction) {
        if (message.length == 0) {
            throw new CtapFailure(Status.INVALID_LENGTH);
        }
        if (message.length > MAX_MESSAGE) {
            throw new CtapFailure(Status.REQUEST_TOO_LARGE);
        }
        Command command = commands.get(message[0] & 0xFF);
        if (command == null) {
            throw new CtapFailure(Status.INVALID_COMMAND);
        }
        return command.run(Parameters.of(Arrays.copyOfRange(message, 1, message.length)), interaction);
    }

    private void addBasic() {
        var assertion = new GetAssertion(device);
        commands.put(0x01, new MakeCredential(device));
        commands.put(0x02, assertion);
        commands.put(0x04, new GetInfo(device));
        commands.put(0x06, new ClientPin(device));
        commands.put(0x07, new Reset(device));
        commands.put(0x08, assertion::next);
    }

    private void addTwoOne() {
        commands.put(0x0A, new CredentialManagement(device));
        commands.put(0x0B, (parameters, interaction) -> {
            device.requirePresence(interaction);
            return Reply.empty();
        });
        commands.put(0x0D, new Config(device));
    }

    private static byte[] answer(Reply reply) {
        byte[] body = reply.isEmpty() ? new byte[0] : reply.encoded();
        byte[] answer = new byte[1 + body.length];
        System.arraycopy(body, 0, answer, 1, body.length);
        return answer;
    }
}
