package org.keyhopper.ui.model.automatic;

import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** Composes the header of the Automatic perspective. */
final class AutomaticHeadings {

    private final WorkbenchContext context;

    AutomaticHeadings(WorkbenchContext context) {
        this.context = context;
    }

    Heading before(ProvisioningRequest request) {
        return Heading.of(context.text("automatic.title", request.name()), subtitle(request));
    }

    Heading during(AutomaticSnapshot run) {
        Tint tint =
                switch (run.phase()) {
                    case PREPARING, DIRECTORY_OUT -> Tint.ATTENTION;
                    case HALTED ->
                        run.notice().filter(why -> why.is(RunProblem.STOPPED)).isPresent() ? Tint.NEUTRAL : Tint.BAD;
                    default -> Tint.GOOD;
                };
        ProvisioningRequest request = run.request();
        return new Heading(
                context.text("automatic.title", request.name()),
                subtitle(request),
                context.text(
                        run.phase() == AutomaticPhase.DIRECTORY_OUT ? "connection.out" : "connection." + tint.name(),
                        request.directory()),
                tint);
    }

    private String subtitle(ProvisioningRequest request) {
        return context.text(
                "automatic.subtitle",
                request.open().size(),
                request.recipients().size(),
                request.directory(),
                DisplayText.profile(request.profile(), context.messages()));
    }
}
