package org.keyhopper.host.internal.command;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.run.RunEvent;
import org.keyhopper.core.run.RunEvent.Movement;
import org.keyhopper.core.run.RunListener;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.core.run.RunSnapshot;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.RunResult;
import org.keyhopper.host.internal.run.HeadlessPrinters;
import org.keyhopper.host.internal.run.HeadlessRun;
import org.keyhopper.host.internal.run.OnProvisioned;
import org.keyhopper.host.internal.run.RunOptions;
import org.keyhopper.rehearsal.station.Pace;
import org.keyhopper.rehearsal.station.ReaderOperator;
import org.keyhopper.rehearsal.station.RehearsalStation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rehearses without a window; the start script opens the desktop application for a rehearsal with one. */
@Command(
        name = "rehearse",
        description = "Provisions made-up people on simulated cards in a sandbox directory. No real device or "
                + "directory is used.")
final class RehearseCommand implements Callable<Integer> {

    private final CommandContext context;

    @Option(
            names = "--recipients",
            defaultValue = "5",
            description = "The number of people (default ${DEFAULT-VALUE}).")
    private int recipients;

    @Option(
            names = "--pace",
            description = "How long devices take to answer: fast (default without a window) or realistic.")
    private Speed pace = Speed.fast;

    @Option(names = "--headless", description = "Without a window.")
    private boolean headless;

    @Option(names = "--printer", description = "With a simulated card printer.")
    private boolean printer;

    /** The Central whose requests are rehearsed. */
    private static final class CentralOptions {
        @Option(
                names = "--central",
                paramLabel = "URL",
                required = true,
                description =
                        "Joins this Central for the rehearsal, which must have a sandbox directory, such as one that"
                                + " releng/run central started.")
        private URI url;

        @Option(
                names = "--code",
                paramLabel = "CODE",
                required = true,
                description = "The one-time code of Central for a station, or env:VARIABLE.")
        private String code;

        @Option(
                names = "--request",
                paramLabel = "ID",
                description = "The request (default: the first one in which someone is pending).")
        private String request;
    }

    @ArgGroup(exclusive = false)
    private CentralOptions central;

    /** The names are those of the command line. */
    private enum Speed {
        fast(Pace.FAST),
        realistic(Pace.REALISTIC);

        private final Pace pace;

        Speed(Pace pace) {
            this.pace = pace;
        }
    }

    RehearseCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException, IOException, RunRefusedException {
        if (recipients < 1) {
            throw new InputRefusedException("A rehearsal requires at least one person.");
        }
        context.output()
                .print("Rehearsal: simulated cards, a sandbox directory, real cryptography. No real device or "
                        + "directory is used.");
        try (RehearsalStation rehearsal =
                RehearsalStation.open(recipients, context.services().connectors())) {
            rehearsal.setPace(pace.pace);
            RequestId request = central == null ? rehearsal.request() : joined(rehearsal);
            return ExitCode.of(printer ? throughPrinter(rehearsal, request) : byHand(rehearsal, request));
        }
    }

    /** Joins Central, and returns the request that is to be rehearsed. */
    private RequestId joined(RehearsalStation rehearsal) throws InputRefusedException {
        URI address = CentralJoinCommand.checked(central.url);
        try (Secret code = CentralJoinCommand.code(central.code);
                Membership member = CentralJoinCommand.value(rehearsal.join(
                        context.services().centralConnector(),
                        new JoinOrder(address, Optional.empty(), address.getHost(), code)))) {
            context.output().print("Joined " + address + " as " + member.name() + ".");
        }
        return rehearsal.station().requests().list().stream()
                .filter(request -> central.request == null
                        ? request.tally().pending() > 0
                        : request.id().value().equalsIgnoreCase(central.request))
                .findFirst()
                .map(ProvisioningRequest::id)
                .orElseThrow(() -> new InputRefusedException("Central shows this station no such request."));
    }

    private RunResult byHand(RehearsalStation rehearsal, RequestId request) throws RunRefusedException {
        RunOptions options = new RunOptions(request, "", false, OnProvisioned.reset, "");
        return new HeadlessRun(rehearsal.station(), context.output()).perform(options, new Feeding(rehearsal.hands()));
    }

    /** One card of the stack is already assigned, to demonstrate how it is handled. */
    private RunResult throughPrinter(RehearsalStation rehearsal, RequestId request) throws RunRefusedException {
        rehearsal.printerHands().loadUsedCard();
        rehearsal.printerHands().loadNewCards(recipients);
        AutomaticOrder order = new AutomaticOrder(
                request,
                List.of(new AutomaticOrder.PrinterOrder(RehearsalStation.PRINTER, Encoder.CONTACT, "")),
                AutomaticOrder.OnProvisioned.REJECT,
                AutomaticOrder.Resumption.ByPrinter.within(DurationConverter.USUAL));
        return new HeadlessPrinters(rehearsal.station(), context.output()).perform(order);
    }

    /** Inserts and removes cards as the run requests. */
    private record Feeding(ReaderOperator hands) implements RunListener {
        @Override
        public void changed(RunSnapshot snapshot) {
            // Cards are handled on events only.
        }

        @Override
        public void happened(RunEvent event) {
            if (event instanceof RunEvent.Waiting(Movement movement)) {
                if (movement == Movement.INSERT) {
                    hands.insertNewCard();
                } else {
                    hands.takeOut();
                }
            }
        }
    }
}
