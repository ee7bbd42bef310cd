package org.keyhopper.ui.model.central;

import java.util.Optional;
import org.keyhopper.core.central.CentralPrivilege;
import org.keyhopper.core.central.CentralStatus;
import org.keyhopper.ui.model.WorkbenchContext;

/**
 * What Central allows at this station; a lone station may do everything.
 *
 * @param own whether requests and directories are this station's own, to be created and changed here
 * @param provision why no one can be provisioned; empty if that is allowed
 * @param report why no report can be saved; empty if that is allowed
 * @param reset why no device can be reset in Devices; empty if that is allowed
 */
public record Permissions(boolean own, Optional<String> provision, Optional<String> report, Optional<String> reset) {

    /** Those of a lone station. */
    public static final Permissions ALL = new Permissions(true, Optional.empty(), Optional.empty(), Optional.empty());

    /** Returns the current ones; may block on the key store of the operating system. */
    public static Permissions of(WorkbenchContext context) {
        return context.station()
                .central()
                .status()
                .map(status -> new Permissions(
                        false,
                        refusal(context, status, CentralPrivilege.PROVISION_NOW),
                        refusal(context, status, CentralPrivilege.DOWNLOAD_PROVISIONED_USERS),
                        refusal(context, status, CentralPrivilege.RESET_DEVICES)))
                .orElse(ALL);
    }

    private static Optional<String> refusal(
            WorkbenchContext context, CentralStatus status, CentralPrivilege privilege) {
        boolean signedOut =
                status.access().filter(it -> it.operator().isEmpty()).isPresent();
        return status.may(privilege)
                ? Optional.empty()
                : Optional.of(context.text(
                        signedOut ? "central.refused.station" : "central.refused.operator",
                        context.text("central.privilege." + privilege),
                        status.central()));
    }
}
