package org.keyhopper.host.internal.command;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import org.keyhopper.host.internal.run.HeadlessDirectoryPrompts;
import org.keyhopper.texts.SettingTexts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Signs in and checks the permissions and settings that provisioning requires. */
@Command(name = "test", description = "Signs in and checks whether provisioning is possible.")
final class DirectoryTestCommand implements Callable<Integer> {

    private static final SettingTexts TEXTS = SettingTexts.in(Locale.ENGLISH);

    private final CommandContext context;

    @Parameters(paramLabel = "NAME", description = "The name of the directory.")
    private String name;

    DirectoryTestCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        Directories directories = context.station().directories();
        DirectoryAccount account = directories
                .accounts()
                .find(name)
                .orElseThrow(() -> new InputRefusedException("There is no directory " + name + "."));
        List<Finding> findings = directories.check(
                account, directories.accounts().secretsOf(account), new HeadlessDirectoryPrompts(context.output()));
        findings.forEach(this::print);
        boolean good = findings.stream().allMatch(finding -> finding.problem().isEmpty());
        return good ? ExitCode.DONE : ExitCode.BAD_INPUT;
    }

    private void print(Finding finding) {
        JsonObject json = new JsonObject();
        String subject = TEXTS.subject(finding);
        json.addProperty("subject", subject);
        finding.made().ifPresent(made -> {
            json.addProperty("relyingParty", made.relyingParty());
            json.addProperty("origin", made.origin());
        });
        if (!finding.detail().isEmpty()) {
            json.addProperty("detail", finding.detail());
        }
        json.addProperty("good", finding.problem().isEmpty());
        finding.problem().ifPresent(problem -> {
            json.addProperty("reason", problem.code().id());
            json.addProperty("message", ProblemLines.of(problem));
        });
        context.output().printObject(json);
        String where = finding.made()
                .map(made -> " (for " + made.relyingParty() + ", made at " + made.origin() + ")")
                .orElse("");
        context.output()
                .print(subject + where + ": "
                        + finding.problem().map(ProblemLines::of).orElse("good")
                        + (finding.detail().isEmpty() ? "" : " (" + finding.detail() + ")"));
    }
}
