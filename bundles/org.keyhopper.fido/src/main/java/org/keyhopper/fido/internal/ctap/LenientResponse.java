package org.keyhopper.fido.internal.ctap;

import com.yubico.yubikit.fido.Cbor;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Adapts responses to the CTAP library, which casts even members it does not need to types that some devices do not
 * comply with, and would fail with the device, or with a credential just made, because of one of them.
 */
final class LenientResponse {

    private static final int VERSIONS = 0x01;
    private static final int AAGUID = 0x03;
    private static final int OPTIONS = 0x04;
    private static final int MAX_MSG_SIZE = 0x05;
    private static final int ATTESTATION_STATEMENT = 0x03;

    private LenientResponse() {}

    static byte[] of(CtapRequest request, byte[] answer) {
        boolean complete = answer.length > 1 && answer[0] == 0;
        return switch (request) {
            case GET_INFO -> complete ? withMembers(info(decoded(answer))) : answer;
            case MAKE_CREDENTIAL -> complete ? attestation(answer) : answer;
            default -> answer;
        };
    }

    private static Map<?, ?> decoded(byte[] answer) {
        return Cbor.decode(answer, 1, answer.length - 1) instanceof Map<?, ?> members ? members : Map.of();
    }

    private static Map<Integer, Object> info(Map<?, ?> members) {
        Members all = new Members(members);
        Map<Integer, Object> needed = new HashMap<>();
        needed.put(VERSIONS, all.strings(VERSIONS));
        needed.put(AAGUID, all.bytes(AAGUID));
        needed.put(OPTIONS, all.switches(OPTIONS));
        needed.put(MAX_MSG_SIZE, all.integer(MAX_MSG_SIZE).orElse(InfoReader.DEFAULT_MAX_MSG_SIZE));
        return needed;
    }

    /** The statement is optional (CTAP 2.2 section 6.1.2, table of the response); the library requires it. */
    private static byte[] attestation(byte[] answer) {
        Map<?, ?> members = decoded(answer);
        if (members.containsKey(ATTESTATION_STATEMENT)) {
            return answer;
        }
        Map<Object, Object> completed = new HashMap<>(members);
        completed.put(ATTESTATION_STATEMENT, Map.of());
        return withMembers(completed);
    }

    private static byte[] withMembers(Map<?, ?> members) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(0);
        answer.writeBytes(Cbor.encode(members));
        return answer.toByteArray();
    }
}
