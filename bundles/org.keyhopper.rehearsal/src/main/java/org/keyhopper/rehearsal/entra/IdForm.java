package org.keyhopper.rehearsal.entra;

import java.util.Base64;
import org.keyhopper.api.device.CredentialId;

/** The ways in which Graph has been seen to write credential ids. */
public enum IdForm {
    /** Standard base64 with padding. */
    STANDARD {
        @Override
        String write(CredentialId id) {
            return Base64.getEncoder().encodeToString(id.toBytes());
        }
    },
    /** Base64url without padding. */
    URL {
        @Override
        String write(CredentialId id) {
            return id.base64Url();
        }
    },
    /** Base64url without padding, and a digit that counts the padding cut off. */
    COUNTED {
        @Override
        String write(CredentialId id) {
            return id.base64Url() + (3 - id.length() % 3) % 3;
        }
    };

    abstract String write(CredentialId id);
}
