package org.keyhopper.ui.model.check;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.core.people.CheckedRecipient;
import org.keyhopper.core.people.PreparationSnapshot;
import org.keyhopper.core.people.PreparationSnapshot.Phase;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.texts.Explanation;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** Composes the view of the check. */
final class CheckLabels {

    private final WorkbenchContext context;

    CheckLabels(WorkbenchContext context) {
        this.context = context;
    }

    CheckState underWay(ProvisioningRequest request, PreparationSnapshot now) {
        String progress = now.phase() == Phase.SIGNING_IN
                ? context.text("runCheck.signingIn", request.directory())
                : context.text("runCheck.progress", now.lookedUp(), now.total(), now.found());
        return new CheckState(
                context.text("runCheck.title", request.name()),
                progress,
                now.lookedUp(),
                now.total(),
                now.notice().map(problem -> context.notice(problem, Tint.ATTENTION)),
                List.of(),
                context.text("runCheck.startNow"));
    }

    CheckState decision(
            ProvisioningRequest request, PreparationSnapshot now, List<CheckedRecipient> found, Set<Integer> excluded) {
        return new CheckState(
                context.text("runCheck.title", request.name()),
                context.text("runCheck.found", found.size(), now.total()),
                now.lookedUp(),
                now.total(),
                Optional.empty(),
                found.stream().map(one -> row(one, excluded)).toList(),
                excluded.isEmpty()
                        ? context.text("runCheck.goOn")
                        : context.text("runCheck.excludeAndStart", excluded.size()));
    }

    private CheckRow row(CheckedRecipient one, Set<Integer> excluded) {
        Explanation explanation = context.explain().apply(one.problem());
        int position = one.recipient().id().position();
        return new CheckRow(
                position,
                one.recipient().recipient().name(),
                one.recipient().recipient().user(),
                context.text("runCheck.reason." + one.reason().name()),
                explanation.cause(),
                one.problem().code().id(),
                excluded.contains(position));
    }
}
