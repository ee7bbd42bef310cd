package org.keyhopper.api.directory;

import java.util.Locale;
import org.keyhopper.api.diagnostic.Problem;

/**
 * What can be wrong with a setting. The text of each is inserted into that of {@link DirectoryProblem#BAD_SETTING}; its key
 * is {@code words.} and the {@link #id() id}. A connector inserts texts of its own in the same way.
 */
public enum SettingFault {
    MISSING,
    NOT_A_CHOICE,
    /** Not of the form 8-4-4-4-12 hex digits. */
    NOT_AN_ID,
    NOT_AN_ADDRESS,
    /** An address, but with a query, a user or no host. */
    NOT_A_SERVICE,
    HTTPS_ONLY,
    /** http:// to a computer other than this one. */
    HTTP_ELSEWHERE,
    NOT_A_FILE_NAME,
    FILE_UNREADABLE,
    CERTIFICATE_EXPIRED,
    CERTIFICATE_UNUSABLE,
    KEY_CANNOT_SIGN,
    NOT_A_DOMAIN,
    /** Nothing is found under it where the other settings lead. */
    NOT_KNOWN_THERE;

    /** Returns the key of its texts, used as an argument of problems. */
    public String id() {
        return "setting." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns BAD_SETTING for the setting with this key. */
    public Problem of(String key) {
        return Problem.of(DirectoryProblem.BAD_SETTING, key, id());
    }
}
