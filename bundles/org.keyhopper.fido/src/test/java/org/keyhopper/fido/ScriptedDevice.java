package org.keyhopper.fido;

import com.yubico.yubikit.fido.Cbor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.KeepAlive;

/**
 * A device that returns scripted responses and records the requests. It performs key agreement and issues tokens, but
 * verifies nothing.
 */
final class ScriptedDevice implements FidoChannel {

    static final byte[] AAGUID = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");

    /** The generator of P-256, as a valid public key. */
    static final Map<Integer, ?> KEY = Map.of(
            1, 2,
            3, -7,
            -1, 1,
            -2, coordinate("6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"),
            -3, coordinate("4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5"));

    final Map<Integer, Object> info = new TreeMap<>();
    final Map<String, Boolean> options = new HashMap<>();
    final List<byte[]> messages = new ArrayList<>();
    private final Map<String, byte[]> answers = new HashMap<>();
    private final Map<String, byte[]> firstAnswers = new HashMap<>();
    private boolean asksForTouch;

    ScriptedDevice() {
        info.put(0x01, List.of("FIDO_2_0", "FIDO_2_1"));
        info.put(0x03, AAGUID);
        info.put(0x04, options);
        info.put(0x06, List.of(2, 1));
        options.putAll(Map.of("rk", true, "clientPin", true, "pinUvAuthToken", true));
        answer("06/02", Map.of(1, KEY));
        answer("06/05", Map.of(2, new byte[32]));
        answer("06/09", Map.of(2, new byte[48]));
        answer("06/01", Map.of(3, 5));
    }

    private static byte[] coordinate(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    /** Scripts a success response; commands are identified by their byte in hex, clientPIN also by its subcommand. */
    ScriptedDevice answer(String command, Object cbor) {
        return answerRaw(command, Cbor.encode(cbor));
    }

    ScriptedDevice answerRaw(String command, byte[] cbor) {
        answers.put(command, good(cbor));
        return this;
    }

    private static byte[] good(byte[] cbor) {
        return ByteBuffer.allocate(cbor.length + 1).put((byte) 0).put(cbor).array();
    }

    ScriptedDevice refuse(String command, int status) {
        answers.put(command, new byte[] {(byte) status});
        return this;
    }

    /** Scripts an error that is returned once, before any other response. */
    ScriptedDevice refuseOnce(String command, int status) {
        firstAnswers.put(command, new byte[] {(byte) status});
        return this;
    }

    ScriptedDevice askingForTouch() {
        asksForTouch = true;
        return this;
    }

    Authenticator open() throws DeviceException {
        return Authenticators.factory().open(this);
    }

    /** Returns the parameters of the last message of a command, by key. */
    Map<?, ?> asked(int command) {
        byte[] message = messages.stream()
                .filter(it -> it[0] == command)
                .reduce((a, b) -> b)
                .orElseThrow();
        return (Map<?, ?>) Cbor.decode(message, 1, message.length - 1);
    }

    List<String> commands() {
        return messages.stream().map(ScriptedDevice::name).toList();
    }

    @Override
    public byte[] exchange(byte[] message, ExchangeControl control) {
        messages.add(message);
        if (asksForTouch) {
            control.keepAlive().accept(KeepAlive.TOUCH_NEEDED);
        }
        if (message[0] == 0x04 && !answers.containsKey("04")) {
            return good(Cbor.encode(info));
        }
        byte[] first = firstAnswers.remove(name(message));
        return first != null ? first : answers.getOrDefault(name(message), new byte[] {0x01});
    }

    private static String name(byte[] message) {
        String command = "%02X".formatted(message[0]);
        return message[0] == 0x06 ? command + "/%02X".formatted(message[5]) : command;
    }

    @Override
    public Hold beginExclusive(Deadline deadline) {
        return () -> {};
    }

    @Override
    public boolean powerCycle(Deadline deadline) {
        return false;
    }

    @Override
    public boolean wink() {
        return false;
    }

    @Override
    public void close() {}
}
