package org.keyhopper.fido.internal.ctap;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Pattern;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.AuthenticatorInfo.Limits;
import org.keyhopper.api.device.AuthenticatorInfo.PinComplexity;
import org.keyhopper.api.device.AuthenticatorInfo.PinRules;
import org.keyhopper.api.device.AuthenticatorInfo.ResetRules;

/**
 * Parses the response to authenticatorGetInfo (CTAP 2.2 section 6.4): fills in defaults and ignores unknown members.
 */
final class InfoReader {

    static final int DEFAULT_MAX_MSG_SIZE = 1024;
    private static final int DEFAULT_MIN_PIN_LENGTH = 4;
    private static final int DEFAULT_MAX_PIN_LENGTH = 63;
    private static final int UUID_LENGTH = 16;
    private static final Pattern PAGE_ADDRESS = Pattern.compile("https?://[!-~]{1,200}");

    private final Members members;

    private InfoReader(Members members) {
        this.members = members;
    }

    static AuthenticatorInfo read(Map<?, ?> answer) {
        return new InfoReader(new Members(answer)).info();
    }

    private AuthenticatorInfo info() {
        return new AuthenticatorInfo(
                new HashSet<>(members.strings(0x01)),
                new HashSet<>(members.strings(0x02)),
                aaguid(),
                members.switches(0x04),
                members.strings(0x09),
                algorithms(),
                limits(),
                pinRules(),
                new ResetRules(members.flag(0x18), members.strings(0x1A)),
                members.integer(0x0E));
    }

    private UUID aaguid() {
        byte[] bytes = members.bytes(0x03);
        if (bytes.length != UUID_LENGTH) {
            return new UUID(0, 0);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private List<Integer> algorithms() {
        return members.maps(0x0A).stream()
                .map(algorithm -> algorithm.integer("alg"))
                .filter(OptionalInt::isPresent)
                .map(OptionalInt::getAsInt)
                .toList();
    }

    private Limits limits() {
        return new Limits(
                members.integer(0x05).orElse(DEFAULT_MAX_MSG_SIZE),
                Math.max(1, members.integer(0x07).orElse(1)),
                members.integer(0x08),
                members.integer(0x14),
                members.integer(0x10).orElse(0));
    }

    private PinRules pinRules() {
        return new PinRules(
                pinProtocols(),
                Math.max(DEFAULT_MIN_PIN_LENGTH, members.integer(0x0D).orElse(DEFAULT_MIN_PIN_LENGTH)),
                Math.min(DEFAULT_MAX_PIN_LENGTH, members.integer(0x1D).orElse(DEFAULT_MAX_PIN_LENGTH)),
                members.flag(0x0C),
                members.flag(0x1B) ? Optional.of(new PinComplexity(complexityUrl())) : Optional.empty());
    }

    /** A byte string; shown to people, so that anything but a plain address of a page is left out. */
    private Optional<String> complexityUrl() {
        String text = new String(members.bytes(0x1C), StandardCharsets.UTF_8);
        return PAGE_ADDRESS.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    /** Devices of CTAP 2.0 may omit the list and then support protocol 1. */
    private List<Integer> pinProtocols() {
        List<Integer> listed = members.integers(0x06);
        boolean silent = listed.isEmpty() && members.switches(0x04).containsKey("clientPin");
        return silent ? List.of(1) : listed;
    }
}
