package org.keyhopper.ui.fakes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.printer.PrinterAddress;
import org.keyhopper.api.printer.PrinterProblem;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.core.automatic.Attempt;
import org.keyhopper.core.automatic.AutomaticChoice;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticPhase;
import org.keyhopper.core.automatic.AutomaticSnapshot;
import org.keyhopper.core.automatic.PrinterChoice;
import org.keyhopper.core.automatic.PrinterPhase;
import org.keyhopper.core.automatic.PrinterSnapshot;
import org.keyhopper.core.automatic.ReadinessCheck;
import org.keyhopper.core.automatic.Throughput;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.run.StepProgress;

/** Snapshots of a printer run. */
public final class AutomaticSamples {

    public static final Set<AutomaticChoice> UNDER_WAY =
            Set.of(AutomaticChoice.PAUSE, AutomaticChoice.STOP_AFTER_THIS_CARD);
    private static final String READER = "Elatec TWN4 [Primacy 2 SmartCard] 00 00";

    private AutomaticSamples() {}

    /** Returns a run with the given printers; pending recipients without a printer are next. */
    public static AutomaticSnapshot run(
            ProvisioningRequest request,
            AutomaticPhase phase,
            Set<AutomaticChoice> choices,
            PrinterSnapshot... printers) {
        List<RecipientState> inPrinters = new ArrayList<>();
        for (PrinterSnapshot printer : printers) {
            printer.current().ifPresent(inPrinters::add);
            printer.proving().ifPresent(inPrinters::add);
        }
        List<RecipientState> next = request.open().stream()
                .filter(state -> state.outcome() == Outcome.PENDING)
                .filter(state -> !inPrinters.contains(state))
                .toList();
        return new AutomaticSnapshot(
                request,
                phase,
                List.of(printers),
                next,
                attempts(request),
                choices,
                Optional.empty(),
                new Throughput(
                        Optional.of(Samples.NOW),
                        13,
                        Duration.ofMillis(11_200L / printers.length),
                        Optional.of(Duration.ofMinutes(20L / printers.length))));
    }

    public static AutomaticSnapshot with(AutomaticSnapshot run, Problem notice) {
        return new AutomaticSnapshot(
                run.request(),
                run.phase(),
                run.printers(),
                run.next(),
                run.attempts(),
                run.choices(),
                Optional.of(notice),
                run.throughput());
    }

    private static List<Attempt> attempts(ProvisioningRequest request) {
        List<Attempt> attempts = new ArrayList<>();
        for (RecipientState state : request.recipients().reversed()) {
            if (state.outcome() == Outcome.PROVISIONED) {
                attempts.add(new Attempt(
                        state,
                        Optional.empty(),
                        false,
                        CardLocation.OUTPUT_TRAY,
                        Duration.ofMillis(11_000 + 100L * (state.id().position() % 5))));
                if (state.id().position() % 6 == 5) {
                    attempts.add(new Attempt(
                            Samples.state(state.id(), state.recipient(), Outcome.PENDING, Optional.empty()),
                            Optional.of(Problem.of(PrinterProblem.CONTACT_FAILED)),
                            true,
                            CardLocation.REJECT_TRAY,
                            Duration.ofMillis(4100)));
                }
            }
        }
        return attempts;
    }

    public static PrinterSnapshot working(
            String name, RecipientState current, Optional<RecipientState> proving, int stepsDone) {
        return printer(
                name,
                PrinterPhase.WORKING,
                CardLocation.CONTACT,
                Optional.of(current),
                proving,
                Samples.steps(stepsDone, true),
                Optional.empty(),
                Set.of());
    }

    /** Returns a printer whose card the directory may refuse in the end. */
    public static PrinterSnapshot warned(String name, RecipientState current, Problem warning) {
        PrinterSnapshot working = working(name, current, Optional.empty(), 1);
        return new PrinterSnapshot(
                working.order(),
                working.name(),
                working.reader(),
                working.readiness(),
                working.phase(),
                working.card(),
                working.current(),
                working.proving(),
                working.steps(),
                Optional.of(warning),
                working.notice(),
                working.choices(),
                working.question(),
                working.trays());
    }

    public static PrinterSnapshot moving(String name, PrinterPhase phase, CardLocation card, RecipientState current) {
        return printer(
                name,
                phase,
                card,
                Optional.of(current),
                Optional.empty(),
                Samples.steps(0, false),
                Optional.empty(),
                Set.of());
    }

    public static PrinterSnapshot fault(
            String name,
            PrinterPhase phase,
            CardLocation card,
            RecipientState current,
            Problem notice,
            Set<PrinterChoice> choices) {
        return printer(
                name,
                phase,
                card,
                Optional.of(current),
                Optional.empty(),
                Samples.steps(0, false),
                Optional.of(notice),
                choices);
    }

    /** Returns a printer without a card in process. */
    public static PrinterSnapshot idle(String name, PrinterPhase phase) {
        return printer(
                name,
                phase,
                CardLocation.HOPPER,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Set.of());
    }

    private static PrinterSnapshot printer(
            String name,
            PrinterPhase phase,
            CardLocation card,
            Optional<RecipientState> current,
            Optional<RecipientState> proving,
            List<StepProgress> steps,
            Optional<Problem> notice,
            Set<PrinterChoice> choices) {
        return new PrinterSnapshot(
                new AutomaticOrder.PrinterOrder(
                        PrinterAddress.of("evolis-service", "127.0.0.1:18000/" + name), Encoder.CONTACT, ""),
                name,
                Optional.of(READER),
                List.of(
                        ReadinessCheck.good(ReadinessCheck.Subject.DIRECTORY_SIGNED_IN),
                        ReadinessCheck.good(ReadinessCheck.Subject.PRINTER_REACHED),
                        ReadinessCheck.open(ReadinessCheck.Subject.PRINTER_READY),
                        ReadinessCheck.open(ReadinessCheck.Subject.READER_KNOWN)),
                phase,
                card,
                current,
                proving,
                steps,
                Optional.empty(),
                notice,
                choices,
                0,
                new PrinterSnapshot.TrayCounts(11, 2, 0, 0));
    }
}
