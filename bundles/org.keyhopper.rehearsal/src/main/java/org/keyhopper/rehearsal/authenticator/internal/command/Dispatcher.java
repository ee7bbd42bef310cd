package org.keyhopper.rehearsal.authenticator.internal.command;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.keyhopper.rehearsal.authenticator.internal.AuthenticatorContext;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborMapBuilder;
import org.keyhopper.rehearsal.authenticator.internal.cbor.CborParameters;
import org.keyhopper.rehearsal.authenticator.model.Interaction;

/** Selects the command by its first byte and converts its result to a response (CTAP 2.1, section 8.1). */
public final class Dispatcher {
    /** Maximum message length, getInfo key 0x05. */
    public static final int MAX_MESSAGE = 1200;

    private final Map<Integer, Command> commands = new HashMap<>();
    private final AuthenticatorContext device;

    /** Creates all commands of the device. */
    public Dispatcher(AuthenticatorContext device) {
        this.device = device;
        if (device.personality().abilities().level().supportsCtap2()) {
            addBasic();
        }
        if (device.personality().supportsCtap21()) {
            addTwoOne();
        }
    }

    /** Executes one message. */
    public byte[] run(byte[] message, Interaction interaction) {
        device.session().beginCommand();
        try {
            return answer(execute(message, interaction));
        } catch (CtapFailure failure) {
            return new byte[] {(byte) failure.code()};
        }
    }

    private CborMapBuilder execute(byte[] message, Interaction interaction) {
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
        return command.run(CborParameters.of(Arrays.copyOfRange(message, 1, message.length)), interaction);
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
            return CborMapBuilder.empty();
        });
        commands.put(0x0D, new Config(device));
    }

    private static byte[] answer(CborMapBuilder reply) {
        byte[] body = reply.isEmpty() ? new byte[0] : reply.encoded();
        byte[] answer = new byte[1 + body.length];
        System.arraycopy(body, 0, answer, 1, body.length);
        return answer;
    }
}
