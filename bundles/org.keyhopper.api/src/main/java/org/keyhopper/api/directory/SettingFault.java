package org.keyhopper.api.directory;

import java.util.Locale;
import org.keyhopper.api.diagnostic.Problem;

/** What can be wrong with a setting; the words stand where those for problems do, so that they are in the operator's language. */
public enum SettingFault {
    MISSING,
    NOT_A_CHOICE,
    /** Not of the form 8-4-4-4-12 hex digits. */
    NOT_AN_ID,
    /** Neither an id nor a domain. */
    NOT_A_TENANT,
    NOT_AN_ADDRESS,
    /** An address, but with a query, a user or no host. */
    NOT_A_SERVICE,
    HTTPS_ONLY,
    /** http:// for another computer than this. */
    HTTP_ELSEWHERE,
    NOT_A_FILE_NAME,
    FILE_UNREADABLE,
    CERTIFICATE_EXPIRED,
    CERTIFICATE_UNUSABLE,
    KEY_CANNOT_SIGN,
    NOT_A_DOMAIN,
    RP_ID_NEEDED,
    NOT_AN_ORIGIN,
    /** The origin does not belong to the relying party. */
    ORIGIN_ELSEWHERE,
    /** Nothing is found under it where the other settings lead. */
    NOT_KNOWN_THERE;

    /** Returns the argument of a problem by which the words are found. */
    public String id() {
        return "setting." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns BAD_SETTING for the setting with this key. */
    public Problem of(String key) {
        return Problem.of(DirectoryProblem.BAD_SETTING, key, id());
    }
}
