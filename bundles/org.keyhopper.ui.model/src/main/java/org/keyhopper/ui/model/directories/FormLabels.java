package org.keyhopper.ui.model.directories;

import java.util.ArrayList;
import java.util.List;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.texts.SettingTexts;
import org.keyhopper.ui.model.WorkbenchContext;

/** Composes the form of a directory and its validation messages. */
final class FormLabels {

    private final WorkbenchContext context;
    private final SettingTexts texts;

    FormLabels(WorkbenchContext context) {
        this.context = context;
        texts = SettingTexts.in(context.messages().locale());
    }

    /** @param testing whether a connection test is in progress */
    DirectoryForm form(DirectoryDraft now, boolean testing, List<FindingRow> findings) {
        List<FieldRow> fields = now.connector().settings().fields().stream()
                .map(field -> row(now, field))
                .toList();
        return new DirectoryForm(
                now.isNew(), now.name(), now.connector().displayName(), fields, fault(now), testing, findings);
    }

    private FieldRow row(DirectoryDraft now, SettingField field) {
        boolean kept = field.isSecret() && now.secrets().isKept(field.key());
        String value = field.isSecret() ? "" : now.values().getOrDefault(field.key(), "");
        boolean given = kept || !value.isBlank() || now.secrets().isTyped(field.key());
        boolean lacking = field.need() == SettingField.Need.REQUIRED && !given;
        boolean withheld = field.isSecret() && now.secrets().isWithheld(field.key());
        return new FieldRow(
                field,
                label(now, field),
                texts.help(now.connector().type(), field),
                field.choices().stream()
                        .map(choice -> texts.choice(now.connector().type(), field, choice))
                        .toList(),
                value,
                kept,
                fault(label(now, field), lacking, withheld));
    }

    private String fault(String label, boolean lacking, boolean withheld) {
        if (withheld) {
            return context.text("directory.secret.again", label);
        }
        return lacking ? context.text("directory.lacking", label) : "";
    }

    private String label(DirectoryDraft now, SettingField field) {
        return texts.label(now.connector().type(), field);
    }

    /** Returns what is wrong with the settings, or an empty string. */
    String fault(DirectoryDraft now) {
        if (now.name().isBlank()) {
            return context.text("directory.name.missing");
        }
        if (now.isNew()
                && context.station()
                        .directories()
                        .accounts()
                        .find(now.name().strip())
                        .isPresent()) {
            return context.text("directory.name.taken", now.name().strip());
        }
        List<String> faults = new ArrayList<>();
        for (SettingField field : now.connector().settings().fields()) {
            faults.add(row(now, field).fault());
        }
        faults.removeIf(String::isEmpty);
        if (faults.isEmpty()) {
            now.connector().check(now.settings(), now.secrets()).forEach(problem -> faults.add(sentence(now, problem)));
        }
        return String.join(" ", faults);
    }

    /** A wrong setting is named by its label; the form that it is in need not be opened. */
    private String sentence(DirectoryDraft now, Problem problem) {
        if (!problem.is(DirectoryProblem.BAD_SETTING)) {
            return context.sentence(problem);
        }
        List<String> arguments = new ArrayList<>(problem.arguments());
        now.connector().settings().field(arguments.getFirst()).ifPresent(field -> arguments.set(0, label(now, field)));
        return context.explain()
                .apply(Problem.of(problem.code(), arguments.toArray(String[]::new)))
                .cause();
    }

    FindingRow finding(DirectoryDraft now, Finding finding) {
        String problem = finding.problem().map(one -> sentence(now, one)).orElse("");
        String detail = finding.detail().isEmpty() ? "" : ": " + finding.detail();
        String subject = texts.subject(finding) + detail;
        return new FindingRow(
                finding.made()
                        .map(made -> context.text("directory.made", subject, made.relyingParty(), made.origin()))
                        .orElse(subject),
                problem,
                finding.problem().map(one -> one.code().id()));
    }
}
