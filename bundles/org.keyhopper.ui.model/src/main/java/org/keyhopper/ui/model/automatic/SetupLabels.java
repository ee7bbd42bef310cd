package org.keyhopper.ui.model.automatic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.Provenance;
import org.keyhopper.api.update.DropIn;
import org.keyhopper.core.automatic.ReadinessCheck;
import org.keyhopper.core.printer.InstalledDriver;
import org.keyhopper.texts.Explanation;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.automatic.SetupScreen.CheckRow;
import org.keyhopper.ui.model.automatic.SetupScreen.DriverRow;
import org.keyhopper.ui.model.automatic.SetupScreen.PrinterForm;
import org.keyhopper.ui.model.automatic.SetupScreen.PrinterRow;

/** Composes the setup of a run. */
final class SetupLabels {

    private final WorkbenchContext context;

    SetupLabels(WorkbenchContext context) {
        this.context = context;
    }

    /** @param unused drop-ins that were not loaded; shown above the drivers, to explain why a printer is missing */
    SetupScreen of(SetupDraft draft, List<InstalledDriver> drivers, List<DropIn> unused) {
        return new SetupScreen(
                draft.discovering(),
                draft.printers().stream()
                        .map(printer -> printer(printer, drivers))
                        .toList(),
                draft.selectedPrinter().map(this::form),
                Stream.concat(
                                unused.stream().map(this::unused),
                                drivers.stream().map(this::driver))
                        .toList(),
                checks(draft),
                draft.provisioned(),
                context.text("setup.provisioned." + draft.provisioned().name() + ".text"),
                verdict(draft),
                draft.isReady());
    }

    private PrinterRow printer(PrinterDraft printer, List<InstalledDriver> drivers) {
        String driver = drivers.stream()
                .map(InstalledDriver::description)
                .filter(description ->
                        description.schemes().contains(printer.address().scheme()))
                .map(description -> description.displayName())
                .findFirst()
                .orElse("");
        String address = printer.address().toString();
        return new PrinterRow(
                printer.address(),
                printer.chosen(),
                printer.name(),
                driver.isEmpty() ? address : context.text("setup.printer.detail", driver, address));
    }

    private PrinterForm form(PrinterDraft printer) {
        String usual = printer.checkResult()
                .flatMap(PrinterDraft.CheckResult::binding)
                .map(binding -> context.text("setup.reader.learned", DisplayText.reader(binding.reader())))
                .orElseGet(() -> context.text("setup.reader.first"));
        return new PrinterForm(
                printer.address(),
                printer.name(),
                printer.encoder(),
                usual,
                printer.byName(),
                printer.reader(),
                printer.hopper());
    }

    private DriverRow driver(InstalledDriver installed) {
        Provenance provenance = installed.description().provenance();
        String trust = context.text(
                "driver.trust",
                context.text("driver.source." + provenance.source().name()),
                context.text("driver.tested." + provenance.testedOn().name()));
        return new DriverRow(
                installed.description().displayName(),
                Stream.concat(Stream.of(trust, provenance.limits()), commands(provenance))
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining(" ")),
                installed.obstacle().map(context::sentence).orElse(""));
    }

    /** Lists the commands with uncertain provenance; of the documented ones it gives only the number. */
    private Stream<String> commands(Provenance provenance) {
        return Stream.of(Provenance.Evidence.values())
                .filter(evidence -> !provenance.names(evidence).isEmpty())
                .map(evidence -> {
                    List<String> names = provenance.names(evidence);
                    return context.text("driver.commands." + evidence.name(), String.join(", ", names), names.size());
                });
    }

    private DriverRow unused(DropIn each) {
        return new DriverRow(
                each.file(),
                context.text("upkeep.state.unused"),
                each.problem().map(context::sentence).orElse(""));
    }

    private List<CheckRow> checks(SetupDraft draft) {
        List<CheckRow> rows = new ArrayList<>();
        rows.add(new CheckRow(ReadinessCheck.State.OPEN, context.text("check.directory"), ""));
        boolean several = draft.chosen().size() > 1;
        for (PrinterDraft printer : draft.chosen()) {
            String prefix = several ? printer.name() + ": " : "";
            if (printer.checkResult().isEmpty()) {
                rows.add(new CheckRow(
                        ReadinessCheck.State.OPEN, prefix + context.text("check.looking", printer.name()), ""));
            }
            List<ReadinessCheck> checks =
                    printer.checkResult().map(PrinterDraft.CheckResult::checks).orElse(List.of());
            if (several && printer.checkResult().isPresent()) {
                checks = remarkable(checks);
                if (checks.isEmpty()) {
                    rows.add(new CheckRow(
                            ReadinessCheck.State.GOOD, context.text("check.READY.GOOD", printer.name()), ""));
                }
            }
            checks.forEach(check -> rows.add(check(check, printer.encoder(), prefix)));
        }
        hoppers(draft).ifPresent(rows::add);
        return rows;
    }

    /** Compares the cards with the people, once the cards of all hoppers are counted. */
    private Optional<CheckRow> hoppers(SetupDraft draft) {
        boolean counted = draft.chosen().stream().allMatch(printer -> printer.hopper() > 0);
        if (draft.chosen().isEmpty() || !counted) {
            return Optional.empty();
        }
        int cards = draft.chosen().stream().mapToInt(PrinterDraft::hopper).sum();
        boolean enough = cards >= draft.people();
        return Optional.of(new CheckRow(
                enough ? ReadinessCheck.State.GOOD : ReadinessCheck.State.WARNING,
                context.text("check.hopper", cards, draft.people()),
                enough ? "" : context.text("check.hopper.few", draft.people() - cards)));
    }

    /** With several printers only failed checks and warnings are listed. */
    private static List<ReadinessCheck> remarkable(List<ReadinessCheck> checks) {
        return checks.stream()
                .filter(check -> check.state() != ReadinessCheck.State.GOOD)
                .toList();
    }

    /** Composes one line of the check list. */
    CheckRow check(ReadinessCheck check, Encoder encoder, String prefix) {
        boolean unknownReader =
                check.subject() == ReadinessCheck.Subject.READER_KNOWN && check.state() == ReadinessCheck.State.WARNING;
        String key = unknownReader
                ? "check.reader.first"
                : "check." + check.subject().name() + "." + check.state().name();
        Optional<Explanation> explanation =
                unknownReader ? Optional.empty() : check.problem().map(context.explain());
        String text = explanation
                .map(Explanation::title)
                .orElseGet(() -> context.text(key, context.text("encoder." + encoder.name())));
        String detail = explanation
                .map(words -> (words.cause() + " " + words.action() + " "
                                + code(check.problem().orElseThrow()))
                        .strip())
                .orElse("");
        return new CheckRow(
                check.state(),
                prefix + text,
                detail,
                explanation.flatMap(words -> check.problem()).map(one -> one.code()
                        .id()));
    }

    private String code(Problem problem) {
        return problem.detail().isEmpty() ? "" : context.text("lane.code", problem.detail());
    }

    private Notice verdict(SetupDraft draft) {
        if (draft.refusal().isPresent()) {
            return draft.refusal().get();
        }
        if (draft.chosen().isEmpty()) {
            return new Notice(context.text(draft.discovering() ? "setup.looking" : "setup.choose"), Tint.NEUTRAL);
        }
        if (draft.isReady()) {
            return new Notice(context.text("setup.ready"), Tint.GOOD);
        }
        boolean bad = draft.chosen().stream().anyMatch(printer -> printer.checkResult()
                .filter(PrinterDraft.CheckResult::isBad)
                .isPresent());
        return bad
                ? new Notice(context.text("setup.bad"), Tint.BAD)
                : new Notice(context.text("setup.looking"), Tint.ACTIVE);
    }
}
