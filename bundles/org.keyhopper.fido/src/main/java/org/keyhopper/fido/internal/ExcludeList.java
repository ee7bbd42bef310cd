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

    /** What a message holds besides the list and the relying party: at most so many bytes. */
    private static final int MESSAGE_WITHOUT_LIST = 128;

    /** What a descriptor holds besides the id: its type, two names and the heads, of which that of the id is longest. */
    private static final int DESCRIPTOR_WITHOUT_ID = 24;

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
        int mostBytes = limits.maxMsgSize() - MESSAGE_WITHOUT_LIST - rpId.length();
        int most = limits.maxCredentialCountInList();
        int from = 0;
        while (from < descriptors.size()) {
            List<Map<String, ?>> chunk = chunk(from, most, mostBytes);
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
                most = tooMany ? chunk.size() / 2 : most;
            }
        }
        return Optional.empty();
    }

    /** A device may leave the descriptor out when it was asked for one credential only (section 6.2.2). */
    private static CredentialId idOf(AssertionData found, List<Map<String, ?>> asked) {
        Map<String, ?> descriptor = found.getCredential() == null ? asked.getFirst() : found.getCredential();
        return CredentialId.of((byte[]) descriptor.get("id"));
    }

    /** Takes as many as fit into one message, at least one. */
    private List<Map<String, ?>> chunk(int from, int most, int mostBytes) {
        int end = from;
        int bytes = 0;
        while (end < descriptors.size() && end - from < most) {
            bytes += ((byte[]) descriptors.get(end).get("id")).length + DESCRIPTOR_WITHOUT_ID;
            if (bytes > mostBytes && end > from) {
                break;
            }
            end++;
        }
        return descriptors.subList(from, end);
    }
}
