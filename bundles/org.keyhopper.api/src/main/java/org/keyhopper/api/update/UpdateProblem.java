package org.keyhopper.api.update;

import java.util.Locale;
import org.keyhopper.api.diagnostic.ProblemCode;

/** Why an update failed. The product is unchanged after any of them. */
public enum UpdateProblem implements ProblemCode {
    /** The policy disables updates. */
    SWITCHED_OFF,
    /** Neither the caller nor the policy specifies a site. */
    NO_SITE,
    /** The address is neither https, file, nor http on this computer. Argument 0: the address. */
    BAD_ADDRESS,
    /** The policy does not allow the site. Argument 0: the address. */
    SITE_NOT_ALLOWED,
    /** No response, or an error response. Argument 0: the address. */
    UNREACHABLE,
    /** There is no repository at the address. Argument 0: the address. */
    NOT_A_SITE,
    /** The repository is not signed. Argument 0: the address. */
    UNSIGNED,
    /** The signing key is not trusted, or the repository was changed after signing. Argument 0: the address. */
    NOT_TRUSTED,
    /** The list of the site is no longer valid. Argument 0: the address, argument 1: the time until which it was. */
    EXPIRED,
    /** The installation was updated from a newer list of the site before. Argument 0: the address. */
    OLDER,
    /** The product trusts the signing key of development and uses no sites of other computers. Argument 0: the address. */
    DEVELOPMENT_ONLY,
    /** A file does not match its signed digest: truncated, changed or replaced. Argument 0: its path on the site. */
    DAMAGED,
    /** A listed file is missing on the site. Argument 0: its path on the site. */
    FILE_MISSING,
    /** The parts of the site conflict with each other or with the installation. */
    DOES_NOT_FIT,
    /** The site has no such part. Argument 0: the requested name. */
    NO_SUCH_PART,
    /** The product folder is not writable. Argument 0: the folder. */
    NOT_WRITABLE,
    /** The product was not installed in a form that can be updated. Argument 0: the folder. */
    NOT_INSTALLED,
    /** The disk is full, or a local file could not be read. */
    DISK,
    /** The update was rolled back. */
    TAKEN_BACK;

    @Override
    public String id() {
        return "update." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
