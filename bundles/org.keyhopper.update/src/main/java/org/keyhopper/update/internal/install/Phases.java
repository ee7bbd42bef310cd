package org.keyhopper.update.internal.install;

import java.util.List;
import org.eclipse.equinox.internal.p2.engine.InstallableUnitOperand;
import org.eclipse.equinox.internal.p2.engine.Phase;
import org.eclipse.equinox.internal.p2.engine.PhaseSet;
import org.eclipse.equinox.internal.p2.engine.phases.Collect;
import org.eclipse.equinox.internal.p2.engine.phases.Configure;
import org.eclipse.equinox.internal.p2.engine.phases.Install;
import org.eclipse.equinox.internal.p2.engine.phases.Property;
import org.eclipse.equinox.internal.p2.engine.phases.Unconfigure;
import org.eclipse.equinox.internal.p2.engine.phases.Uninstall;
import org.eclipse.equinox.p2.engine.IPhaseSet;
import org.eclipse.equinox.p2.engine.spi.ProvisioningAction;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;

/**
 * The phases of p2 with two differences. Jars need not be trusted by the user, since their content was compared with
 * the signed list. Files in the product folder are only recorded: p2 would delete the old start script long before it
 * unpacks the new one, and if killed in between, the product could not be started any more.
 */
final class Phases {

    private static final String ROOT_FILES = "binary";

    private Phases() {}

    /** Uses the weights of p2, which affect only the progress. */
    static IPhaseSet all() {
        return new PhaseSet(new Phase[] {
            new Collect(100),
            new Unconfigure(10),
            new UninstallNoRootFiles(),
            new Property(1),
            new InstallNoRootFiles(),
            new Configure(10)
        });
    }

    static boolean hasRootFiles(IInstallableUnit unit) {
        return unit.getArtifacts().stream().anyMatch(key -> key.getClassifier().equals(ROOT_FILES));
    }

    /** The first and the last action keep the record; those in between modify files. */
    private static List<ProvisioningAction> recordOnly(List<ProvisioningAction> actions) {
        return List.of(actions.getFirst(), actions.getLast());
    }

    private static final class UninstallNoRootFiles extends Uninstall {
        UninstallNoRootFiles() {
            super(50);
        }

        @Override
        protected List<ProvisioningAction> getActions(InstallableUnitOperand operand) {
            List<ProvisioningAction> actions = super.getActions(operand);
            return hasRootFiles(operand.first()) ? recordOnly(actions) : actions;
        }
    }

    private static final class InstallNoRootFiles extends Install {
        InstallNoRootFiles() {
            super(50);
        }

        @Override
        protected List<ProvisioningAction> getActions(InstallableUnitOperand operand) {
            List<ProvisioningAction> actions = super.getActions(operand);
            return hasRootFiles(operand.second()) ? recordOnly(actions) : actions;
        }
    }
}
