package org.keyhopper.api.update;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** Why the product did not change itself. After any of them it is as it was. */
public enum UpdateProblem implements ProblemCode {
    /** The policy switched updates off. */
    SWITCHED_OFF,
    /** No site was named and the policy names none. */
    NO_SITE,
    /** The address is none of https, file, or http on this computer. Argument 0: the address. */
    BAD_ADDRESS,
    /** The policy allows other sites only. Argument 0: the address. */
    SITE_NOT_ALLOWED,
    /** No answer, or a refusal. Argument 0: the address. */
    UNREACHABLE,
    /** There is no list of content at the address. Argument 0: the address. */
    NOT_A_SITE,
    /** The list of content has no signature. Argument 0: the address. */
    UNSIGNED,
    /** The signature is of no trusted key, or the list was changed after it was signed. Argument 0: the address. */
    NOT_TRUSTED,
    /** A file is not the one that was signed: cut off, changed or exchanged. Argument 0: its path on the site. */
    DAMAGED,
    /** A file that the site lists is missing there. Argument 0: its path on the site. */
    FILE_MISSING,
    /** The site's parts do not fit together or not with what is installed. */
    DOES_NOT_FIT,
    /** The site has no such part. Argument 0: the name asked for. */
    NO_SUCH_PART,
    /** The folder of the product cannot be written. Argument 0: the folder. */
    NOT_WRITABLE,
    /** The product was not installed in a way that lets it be updated. Argument 0: the folder. */
    NOT_INSTALLED,
    /** Nothing more can be stored, or a local file could not be read. */
    DISK,
    /** The change was begun and taken back. */
    TAKEN_BACK;

    @Override
    public String id() {
        return "update." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
