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
import org.keyhopper.ui.model.automatic.SetupScreen.LaneForm;
import org.keyhopper.ui.model.automatic.SetupScreen.PrinterRow;

/** Composes the setup of a run. */
final class SetupLabels {

    private final WorkbenchContext desk;

    SetupLabels(WorkbenchContext desk) {
        this.desk = desk;
    }

    /** @param unused drop-ins that were not loaded; shown above the drivers, to explain why a printer is missing */
    SetupScreen of(SetupDraft draft, List<InstalledDriver> drivers, List<DropIn> unused) {
        return new SetupScreen(
                draft.looking(),
                draft.printers().stream().map(lane -> printer(lane, drivers)).toList(),
                draft.lane().map(this::form),
                Stream.concat(
                                unused.stream().map(this::unused),
                                drivers.stream().map(this::driver))
                        .toList(),
                checks(draft),
                draft.provisioned(),
                desk.text("setup.provisioned." + draft.provisioned().name() + ".text"),
                verdict(draft),
                draft.isReady());
    }

    private PrinterRow printer(PrinterDraft lane, List<InstalledDriver> drivers) {
        String driver = drivers.stream()
                .map(InstalledDriver::description)
                .filter(description ->
                        description.schemes().contains(lane.address().scheme()))
                .map(description -> description.displayName())
                .findFirst()
                .orElse("");
        String address = lane.address().toString();
        return new PrinterRow(
                lane.address(),
                lane.chosen(),
                lane.name(),
                driver.isEmpty() ? address : desk.text("setup.printer.detail", driver, address));
    }

    private LaneForm form(PrinterDraft lane) {
        String usual = lane.seen()
                .flatMap(PrinterDraft.Seen::binding)
                .map(binding -> desk.text("setup.reader.learned", DisplayText.reader(binding.reader())))
                .orElseGet(() -> desk.text("setup.reader.first"));
        return new LaneForm(lane.address(), lane.name(), lane.encoder(), usual, lane.byName(), lane.reader());
    }

    private DriverRow driver(InstalledDriver installed) {
        Provenance provenance = installed.description().provenance();
        String trust = desk.text(
                "driver.trust",
                desk.text("driver.source." + provenance.source().name()),
                desk.text("driver.tested." + provenance.testedOn().name()));
        return new DriverRow(
                installed.description().displayName(),
                Stream.concat(Stream.of(trust, provenance.limits()), commands(provenance))
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining(" ")),
                installed.obstacle().map(desk::sentence).orElse(""));
    }

    /** Lists the commands with uncertain provenance; of the documented ones it gives only the number. */
    private Stream<String> commands(Provenance provenance) {
        return Stream.of(Provenance.Evidence.values())
                .filter(evidence -> !provenance.names(evidence).isEmpty())
                .map(evidence -> {
                    List<String> names = provenance.names(evidence);
                    return desk.text("driver.commands." + evidence.name(), String.join(", ", names), names.size());
                });
    }

    private DriverRow unused(DropIn each) {
        return new DriverRow(
                each.file(),
                desk.text("upkeep.state.unused"),
                each.problem().map(desk::sentence).orElse(""));
    }

    private List<CheckRow> checks(SetupDraft draft) {
        List<CheckRow> rows = new ArrayList<>();
        rows.add(new CheckRow(ReadinessCheck.State.OPEN, desk.text("check.directory"), ""));
        boolean several = draft.chosen().size() > 1;
        for (PrinterDraft lane : draft.chosen()) {
            String prefix = several ? lane.name() + ": " : "";
            if (lane.seen().isEmpty()) {
                rows.add(new CheckRow(ReadinessCheck.State.OPEN, prefix + desk.text("check.looking", lane.name()), ""));
            }
            List<ReadinessCheck> checks =
                    lane.seen().map(PrinterDraft.Seen::checks).orElse(List.of());
            if (several && lane.seen().isPresent()) {
                checks = remarkable(checks);
                if (checks.isEmpty()) {
                    rows.add(new CheckRow(ReadinessCheck.State.GOOD, desk.text("check.READY.GOOD", lane.name()), ""));
                }
            }
            checks.forEach(check -> rows.add(check(check, lane.encoder(), prefix)));
        }
        return rows;
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
                unknownReader ? Optional.empty() : check.problem().map(desk.explain());
        String text = explanation
                .map(Explanation::title)
                .orElseGet(() -> desk.text(key, desk.text("encoder." + encoder.name())));
        String detail = explanation
                .map(words -> (words.cause() + " " + words.action() + " "
                                + code(check.problem().orElseThrow()))
                        .strip())
                .orElse("");
        return new CheckRow(check.state(), prefix + text, detail);
    }

    private String code(Problem problem) {
        return problem.detail().isEmpty() ? "" : desk.text("lane.code", problem.detail());
    }

    private Notice verdict(SetupDraft draft) {
        if (draft.refusal().isPresent()) {
            return draft.refusal().get();
        }
        if (draft.chosen().isEmpty()) {
            return new Notice(desk.text(draft.looking() ? "setup.looking" : "setup.choose"), Tint.NEUTRAL);
        }
        if (draft.isReady()) {
            return new Notice(desk.text("setup.ready"), Tint.GOOD);
        }
        boolean bad = draft.chosen().stream()
                .anyMatch(lane -> lane.seen().filter(PrinterDraft.Seen::isBad).isPresent());
        return bad ? new Notice(desk.text("setup.bad"), Tint.BAD) : new Notice(desk.text("setup.looking"), Tint.ACTIVE);
    }
}
