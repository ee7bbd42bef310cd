package org.keyhopper.fido.internal;

import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.core.fido.CtapException;
import com.yubico.yubikit.fido.ctap.Ctap2Session;
import com.yubico.yubikit.fido.ctap.Ctap2Session.AssertionData;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        return firstOn(session, rpId, token.authenticate(ANY_HASH), token.version())
                .isPresent();
    }

    /** Looks without a token; credentials that demand user verification stay hidden. */
    Optional<CredentialId> silentlyOn(Ctap2Session session, String rpId) throws IOException, CommandException {
        return firstOn(session, rpId, null, null);
    }

    private Optional<CredentialId> firstOn(
            Ctap2Session session, String rpId, byte[] authentication, Integer protocolVersion)
            throws IOException, CommandException {
        int from = 0;
        int size = longestChunk;
        while (from < descriptors.size()) {
            List<Map<String, ?>> chunk = descriptors.subList(from, Math.min(descriptors.size(), from + size));
            try {
                return Optional.of(idOf(
                        session.getAssertions(
                                        rpId,
                                        ANY_HASH,
                                        chunk,
                                        null,
                                        WITHOUT_TOUCH,
                                        authentication,
                                        protocolVersion,
                                        null)
                                .getFirst(),
                        chunk));
            } catch (CtapException e) {
                boolean tooMany = e.getCtapError() == CtapException.ERR_REQUEST_TOO_LARGE && chunk.size() > 1;
                if (!tooMany && e.getCtapError() != CtapException.ERR_NO_CREDENTIALS) {
                    throw e;
                }
                from += tooMany ? 0 : chunk.size();
                size = tooMany ? chunk.size() / 2 : size;
            }
        }
        return Optional.empty();
    }

    /** A device may leave the descriptor out when it was asked for one credential only (section 6.2.2). */
    private static CredentialId idOf(AssertionData found, List<Map<String, ?>> asked) {
        Map<String, ?> descriptor = found.getCredential() == null ? asked.getFirst() : found.getCredential();
        return CredentialId.of((byte[]) descriptor.get("id"));
    }
}
