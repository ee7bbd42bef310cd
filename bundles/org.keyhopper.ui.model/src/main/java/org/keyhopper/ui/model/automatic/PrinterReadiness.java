package org.keyhopper.ui.model.automatic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardPrinter;
import org.keyhopper.api.printer.PrinterException;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.printer.PrinterStatus;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.automatic.ReadinessCheck;
import org.keyhopper.core.automatic.ReadinessCheck.State;
import org.keyhopper.core.automatic.ReadinessCheck.Subject;
import org.keyhopper.core.printer.ReaderBinding;
import org.keyhopper.core.station.Station;

/** Checks the readiness of a printer before a run without moving a card. Blocking. */
final class PrinterReadiness {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Station station;

    PrinterReadiness(Station station) {
        this.station = station;
    }

    PrinterDraft.CheckResult check(PrinterDraft draft) throws InterruptedException {
        List<ReadinessCheck> checks = new ArrayList<>();
        Deadline deadline = Deadline.in(TIMEOUT);
        try (CardPrinter printer = station.printers().open(draft.address(), deadline)) {
            checks.add(ReadinessCheck.good(Subject.PRINTER_REACHED));
            var encoders = printer.capabilities().encoders().keySet();
            Optional<ReaderBinding> binding =
                    station.bindings().find(ReaderBinding.keyOf(printer.identity(), draft.address()), draft.encoder());
            checks.add(
                    encoders.isEmpty() || encoders.contains(draft.encoder())
                            ? ready(printer.status(deadline))
                            : bad(
                                    Subject.PRINTER_READY,
                                    Problem.of(
                                            PrinterProblem.ENCODER_MISSING,
                                            draft.encoder().name())));
            checks.addAll(reader(draft, binding));
            return new PrinterDraft.CheckResult(checks, binding, encoders);
        } catch (PrinterException e) {
            boolean reached = !checks.isEmpty();
            checks.add(bad(reached ? Subject.PRINTER_READY : Subject.PRINTER_REACHED, e.problem()));
            return new PrinterDraft.CheckResult(checks, Optional.empty(), Set.of());
        }
    }

    private static ReadinessCheck ready(PrinterStatus status) {
        Optional<Problem> condition =
                status.conditions().stream().findFirst().map(first -> withVendorText(first, status));
        return switch (status.state()) {
            case READY, BUSY, ENCODING, UNKNOWN, NEEDS_OPERATOR ->
                condition.isEmpty()
                        ? ReadinessCheck.good(Subject.PRINTER_READY)
                        : new ReadinessCheck(Subject.PRINTER_READY, State.WARNING, condition);
            case FAULT ->
                bad(
                        Subject.PRINTER_READY,
                        condition.orElseGet(
                                () -> withVendorText(Problem.of(PrinterProblem.OTHER, status.vendorCode()), status)));
            case OFFLINE -> bad(Subject.PRINTER_READY, condition.orElseGet(() -> Problem.of(PrinterProblem.OFFLINE)));
        };
    }

    private static Problem withVendorText(Problem problem, PrinterStatus status) {
        String text = (status.vendorCode() + " " + status.vendorText()).strip();
        return problem.detail().isEmpty() ? problem.withDetail(text) : problem;
    }

    private List<ReadinessCheck> reader(PrinterDraft draft, Optional<ReaderBinding> binding) {
        String name = draft.byName()
                ? draft.reader().strip()
                : binding.map(ReaderBinding::reader).orElse("");
        if (name.isEmpty()) {
            Problem unknown =
                    Problem.of(PrinterProblem.READER_NOT_KNOWN, draft.encoder().name());
            return List.of(new ReadinessCheck(Subject.READER_KNOWN, State.WARNING, Optional.of(unknown)));
        }
        boolean taken = station.devices().snapshot().links().stream()
                .anyMatch(link -> link.id().slot().contains(name));
        return List.of(
                ReadinessCheck.good(Subject.READER_KNOWN),
                taken
                        ? bad(Subject.READER_EMPTY, Problem.of(PrinterProblem.ENCODER_NOT_EMPTY, name))
                        : ReadinessCheck.good(Subject.READER_EMPTY));
    }

    private static ReadinessCheck bad(Subject subject, Problem problem) {
        return new ReadinessCheck(subject, State.BAD, Optional.of(problem));
    }
}
