package org.keyhopper.fido.internal;

import com.yubico.yubikit.core.application.CommandException;
import com.yubico.yubikit.fido.ctap.CredentialManagement;
import com.yubico.yubikit.fido.ctap.CredentialManagement.CredentialData;
import com.yubico.yubikit.fido.ctap.CredentialManagement.RpData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.StoredCredential;

/** Reads the list of discoverable credentials, with one exchange for each relying party and each credential. */
final class StoredCredentials {

    private StoredCredentials() {}

    /** Returns whether the device supports the command, or its preview under the version that defined it. */
    static boolean canBeManaged(AuthenticatorInfo info) {
        return info.has("credMgmt")
                || (info.has("credentialMgmtPreview") && info.versions().contains("FIDO_2_1_PRE"));
    }

    static List<StoredCredential> listed(CredentialManagement management) throws IOException, CommandException {
        List<StoredCredential> all = new ArrayList<>();
        for (RpData relyingParty : management.enumerateRps()) {
            String rpId = text(relyingParty.getRp(), "id");
            for (CredentialData credential : management.enumerateCredentials(relyingParty.getRpIdHash())) {
                all.add(stored(rpId, credential));
            }
        }
        return all;
    }

    private static StoredCredential stored(String rpId, CredentialData credential) {
        return new StoredCredential(
                CredentialId.of((byte[]) credential.getCredentialId().get("id")),
                rpId,
                text(credential.getUser(), "name"),
                text(credential.getUser(), "displayName"));
    }

    private static String text(Map<String, ?> members, String name) {
        return members.get(name) instanceof String text ? text : "";
    }

    /** An operation of credential management. */
    interface Query<T> {
        T ask(CredentialManagement management) throws IOException, CommandException;
    }
}
