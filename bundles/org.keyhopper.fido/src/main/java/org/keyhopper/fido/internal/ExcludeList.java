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
 * Searches the device for credentials that the person already has, in chunks of the size it supports, before a touch is
 * requested (CTAP 2.2 section 6.1.1, pre-flight). The makeCredential message then omits the exclude list.
 */
final class ExcludeList {

    static final Map<String, Boolean> WITHOUT_TOUCH = Map.of("up", false);

    /** The signature is not verified, so any hash will do. */
    private static final byte[] ANY_HASH = new byte[32];

    /** Upper bound for the length of a message without the list and the relying party. */
    private static final int MESSAGE_WITHOUT_LIST = 128;

    /** Length of a descriptor without the id: type, two names and the CBOR heads, the longest being that of the id. */
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

    /** Searches without a token; credentials that require user verification are not found. */
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
                boolean limitExceeded = e.getCtapError() == CtapException.ERR_REQUEST_TOO_LARGE && chunk.size() > 1;
                if (!limitExceeded && e.getCtapError() != CtapException.ERR_NO_CREDENTIALS) {
                    throw e;
                }
                from += limitExceeded ? 0 : chunk.size();
                most = limitExceeded ? chunk.size() / 2 : most;
            }
        }
        return Optional.empty();
    }

    /** A device may omit the descriptor if the list had one entry (section 6.2.2). */
    private static CredentialId idOf(AssertionData found, List<Map<String, ?>> asked) {
        Map<String, ?> descriptor = found.getCredential() == null ? asked.getFirst() : found.getCredential();
        return CredentialId.of((byte[]) descriptor.get("id"));
    }

    /** Returns as many descriptors as fit into one message, at least one. */
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
