package org.example.acme.directory;

import java.util.Locale;
import org.keyhopper.api.directory.DirectoryProblemCode;

/**
 * What only Acme Identity reports. Its texts are in {@code OSGI-INF/l10n/keyhopper.properties}. Before you add a constant, look
 * for one in {@code DirectoryProblem} that says the same to the operator.
 */
enum AcmeProblem implements DirectoryProblemCode {
    /** The tenant's subscription has ended. */
    SUBSCRIPTION_ENDED;

    @Override
    public boolean isDirectoryWide() {
        return true;
    }

    @Override
    public String id() {
        return "acme." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
