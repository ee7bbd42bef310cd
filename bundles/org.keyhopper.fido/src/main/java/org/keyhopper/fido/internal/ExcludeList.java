package org.keyhopper.fido.internal;

import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.core.fido.CtapException;
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

    private final List<Map<String, ?>> descriptors;
    private final int longestChunk;

    ExcludeList(Limits limits, List<CredentialId> ids) {
        int longestId = limits.maxCredentialIdLength().orElse(Integer.MAX_VALUE);
        this.descriptors = ids.stream()
                .filter(id -> id.length() <= longestId)
                .distinct()
                .<Map<String, ?>>map(Descriptor::of)
                .toList();
        this.longestChunk = limits.maxCredentialCountInList();
    }

    boolean anyOn(Ctap2Session session, PinToken token, String rpId) throws IOException, CommandException {
        byte[] authentication = token.authenticate(ANY_HASH);
        int from = 0;
        int size = longestChunk;
        while (from < descriptors.size()) {
            List<Map<String, ?>> chunk = descriptors.subList(from, Math.min(descriptors.size(), from + size));
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
                size = tooMany ? chunk.size() / 2 : size;
            }
        }
        return false;
    }
}
