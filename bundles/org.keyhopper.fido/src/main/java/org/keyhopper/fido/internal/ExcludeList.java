package org.keyhopper.fido.internal;

import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.core.fido.CtapException;
import com.yubico.yubikit.fido.Cbor;
import com.yubico.yubikit.fido.ctap.Ctap2Session;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.keyhopper.api.device.AuthenticatorInfo.Limits;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.fido.internal.ctap.PinToken;

/**
 * Looks on the device for credentials the person already has, as many at a time as it takes, before anybody is asked to
 * touch (CTAP 2.2 section 6.1.1, pre-flight). The message of makeCredential then need not carry the list.
 */
final class ExcludeList {

    static final Map<String, Boolean> WITHOUT_TOUCH = Map.of("up", false);

    /** What is signed does not matter: nobody looks at the signature. */
    private static final byte[] ANY_HASH = new byte[32];

    /** What a message holds besides the list and the relying party: at most so many bytes. */
    private static final int MESSAGE_WITHOUT_LIST = 128;

    private final List<Map<String, ?>> descriptors;
    private final Limits limits;

    ExcludeList(Limits limits, List<CredentialId> ids) {
        int longestId = limits.maxCredentialIdLength().orElse(Integer.MAX_VALUE);
        this.limits = limits;
        this.descriptors = ids.stream()
                .filter(id -> id.length() <= longestId)
                .distinct()
                .<Map<String, ?>>map(Descriptor::of)
                .toList();
    }

    boolean anyOn(Ctap2Session session, PinToken token, String rpId) throws IOException, CommandException {
        byte[] authentication = token.authenticate(ANY_HASH);
        int mostBytes = limits.maxMsgSize() - MESSAGE_WITHOUT_LIST - rpId.length();
        int most = limits.maxCredentialCountInList();
        int from = 0;
        while (from < descriptors.size()) {
            List<Map<String, ?>> chunk = chunk(from, most, mostBytes);
            try {
                session.getAssertions(
                        rpId, ANY_HASH, chunk, null, WITHOUT_TOUCH, authentication, token.version(), null);
                return true;
            } catch (CtapException e) {
                boolean tooMany = e.getCtapError() == CtapException.ERR_REQUEST_TOO_LARGE && chunk.size() > 1;
                if (!tooMany && e.getCtapError() != CtapException.ERR_NO_CREDENTIALS) {
                    throw e;
                }
                from += tooMany ? 0 : chunk.size();
                most = tooMany ? chunk.size() / 2 : most;
            }
        }
        return false;
    }

    /** Takes as many as fit into one message, at least one. */
    private List<Map<String, ?>> chunk(int from, int most, int mostBytes) {
        int end = from;
        int bytes = 0;
        while (end < descriptors.size() && end - from < most) {
            bytes += Cbor.encode(descriptors.get(end)).length;
            if (bytes > mostBytes && end > from) {
                break;
            }
            end++;
        }
        return descriptors.subList(from, end);
    }
}
