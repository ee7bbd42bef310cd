package org.keyhopper.ui.internal;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.core.people.CheckedRecipient.Reason;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.check.CheckRow;
import org.keyhopper.ui.model.check.CheckState;

/** The check before a run, with sample people. */
final class CheckGallery {

    static final Problem OUTAGE =
            Problem.of(RunProblem.DIRECTORY_OUT, DirectoryProblem.SERVER_ERROR.id(), "10:14:03", "12");

    private static final String REQUEST = "Newcomers in March";

    private CheckGallery() {}

    static CheckState underWay(WorkbenchModel model) {
        WorkbenchContext words = model.context();
        return new CheckState(
                words.text("runCheck.title", REQUEST),
                words.text("runCheck.progress", 41, 120, 3),
                41,
                120,
                Optional.of(words.notice(OUTAGE, Tint.ATTENTION)),
                List.of(),
                words.text("runCheck.startNow"));
    }

    static CheckState decision(WorkbenchModel model) {
        WorkbenchContext words = model.context();
        List<CheckRow> rows = List.of(
                row(
                        words,
                        3,
                        "Amélie Lefèvre",
                        Reason.NOT_FOUND,
                        Problem.of(DirectoryProblem.USER_NOT_FOUND, "amelie.lefevre@contoso.example")),
                row(words, 17, "Jan Novák", Reason.DISABLED, Problem.of(DirectoryProblem.USER_DISABLED, "Jan Novák")),
                row(words, 40, "Kim Guest", Reason.GUEST, Problem.of(RunProblem.GUEST, "Kim Guest")),
                row(
                        words,
                        88,
                        "Zoë Meyer",
                        Reason.NAME_DIFFERS,
                        Problem.of(RunProblem.NAME_DIFFERS, "Zacharias Meyer")));
        return new CheckState(
                words.text("runCheck.title", REQUEST),
                words.text("runCheck.found", rows.size(), 120),
                120,
                120,
                Optional.empty(),
                rows,
                words.text("runCheck.excludeAndStart", 2));
    }

    private static CheckRow row(WorkbenchContext words, int position, String name, Reason reason, Problem problem) {
        return new CheckRow(
                position,
                name,
                name.toLowerCase(words.messages().locale()).replace(' ', '.') + "@contoso.example",
                words.text("runCheck.reason." + reason.name()),
                words.explain().apply(problem).cause(),
                problem.code().id(),
                reason.fails());
    }
}
