package org.keyhopper.host.internal.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.printer.Encoder;
import org.keyhopper.api.request.Outcome;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.core.automatic.AutomaticOrder;
import org.keyhopper.core.automatic.AutomaticOrder.Pace;
import org.keyhopper.core.people.CheckedRecipient.Reason;
import org.keyhopper.core.people.Preparation;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.request.Tally;
import org.keyhopper.core.run.RunProblem;
import org.keyhopper.core.run.RunRefusedException;
import org.keyhopper.documents.PrescribedProfile;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.RunResult;
import org.keyhopper.host.internal.output.ProblemLines;
import org.keyhopper.host.internal.output.RunLines;
import org.keyhopper.host.internal.run.HeadlessCheck;
import org.keyhopper.host.internal.run.HeadlessPrinters;
import org.keyhopper.host.internal.run.HeadlessRun;
import org.keyhopper.host.internal.run.OnProvisioned;
import org.keyhopper.host.internal.run.RunOptions;
import org.keyhopper.host.internal.run.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Provisions the people of a request. */
@Command(
        name = "provision",
        description = "Provisions the people of a request who are not provisioned yet.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:All people of the request, or all that were named, are provisioned.",
            "1:Some failed, were skipped or are unclear.",
            "2:Bad usage, input or configuration.",
            "3:Halted: some are pending."
        })
final class ProvisionCommand implements Callable<Integer> {

    /** How devices are presented to the reader. */
    enum Mode {
        manual,
        automatic
    }

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    @Option(names = "--mode", required = true, description = "${COMPLETION-CANDIDATES}")
    private Mode mode;

    @Option(
            names = "--person",
            paramLabel = "USER",
            description =
                    "Only this person, also if skipped before: position in the request, or account. Can be repeated.")
    private List<String> people = new ArrayList<>();

    @Option(
            names = "--printer",
            paramLabel = "URI",
            description = "Automatic: a printer, such as evolis-raw:///dev/usb/lp0. Can be repeated.")
    private List<String> printers = new ArrayList<>();

    @Option(
            names = {"--encoder", "--station"},
            description = "Automatic: the encoder, ${COMPLETION-CANDIDATES}; one for all printers, or one for each in "
                    + "their order.")
    private List<Encoder> encoders = new ArrayList<>();

    @Option(
            names = "--reader",
            paramLabel = "TEXT",
            description = "A part of the reader's name; other readers are not used. Automatic: one for each printer in "
                    + "their order; omit it to use the paired readers.")
    private List<String> readers = new ArrayList<>();

    @Option(
            names = "--key",
            defaultValue = "",
            description = "A part of the key's name or serial number; other devices are not used.")
    private String key;

    @Option(
            names = "--on-provisioned",
            description =
                    "If a device is already assigned: skip, reset or fail (manual, default skip); reject or reset "
                            + "(automatic, default reject).")
    private OnProvisioned onProvisioned;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long to wait for a directory that is unavailable and, automatic, for an operator at a "
                    + "printer (empty hopper, open cover, jam), such as 90s, 15m or 2h (default 1h). After that, the "
                    + "run halts, and the remaining people stay pending.")
    private Duration patience = DurationConverter.USUAL;

    @Option(
            names = "--exclude",
            paramLabel = "FINDING",
            split = ",",
            converter = FindingConverter.class,
            description =
                    "Skips people with these findings of the check before the run: not-found, ambiguous, disabled, "
                            + "guest, name-differs.")
    private Set<Reason> excluded = new HashSet<>();

    @Option(
            names = "--accept-findings",
            description = "Starts the run whatever the check finds. Otherwise the terminal asks, and a run without a "
                    + "terminal halts with nothing changed if more than 3 people (in a long request, more than 1 in "
                    + "100) cannot be provisioned.")
    private boolean accepting;

    @Option(names = "--no-check", description = "Skips the check before the run; each person is looked up in turn.")
    private boolean unchecked;

    @Option(
            names = "--no-overlap",
            description =
                    "Automatic: no calls to the directory while a card moves; slower, for a directory that does not "
                            + "support concurrent calls.")
    private boolean oneAfterTheOther;

    @Option(
            names = "--pin",
            defaultValue = "",
            paramLabel = "env:VAR",
            description = "Environment variable with the PIN, if the profile requires an entered or existing one; if "
                    + "omitted, the PIN is prompted for.")
    private String pin;

    @Option(
            names = "--one-pin-for-all",
            description = "Confirms that several devices get the same new PIN from --pin; without it, a terminal asks.")
    private boolean onePinForAll;

    ProvisionCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException, RunRefusedException {
        ProvisioningRequest request = context.request(id);
        Optional<Problem> objection = new PrescribedProfile(context.station().policy()).objection(request);
        if (objection.isPresent()) {
            throw new RunRefusedException(objection.get());
        }
        leftOut(request, request.tally().unclear())
                .ifPresent(problem -> new RunLines(context.output()).printProblem(problem));
        RunResult end = mode == Mode.automatic ? automatic() : manual();
        leftOut(request, end.tally().unclear())
                .ifPresent(problem -> context.output().print(ProblemLines.action(problem)));
        return ExitCode.of(people.isEmpty() ? end : new RunResult(Tally.of(meant(context.request(id))), end.halt()));
    }

    /** Returns the positions of those who were named; empty for all. */
    private Optional<Set<Integer>> named(ProvisioningRequest request) throws InputRefusedException {
        return people.isEmpty() ? Optional.empty() : Optional.of(PersonArguments.positions(request, people));
    }

    private List<RecipientState> meant(ProvisioningRequest request) throws InputRefusedException {
        Optional<Set<Integer>> named = named(request);
        return request.recipients().stream()
                .filter(recipient ->
                        named.isEmpty() || named.get().contains(recipient.id().position()))
                .toList();
    }

    private static Optional<Problem> leftOut(ProvisioningRequest request, int unclear) {
        return unclear == 0
                ? Optional.empty()
                : Optional.of(Problem.of(
                        RunProblem.UNCLEAR_LEFT_OUT,
                        Integer.toString(unclear),
                        request.id().value()));
    }

    private Optional<Preparation> checked(RequestId request) throws InputRefusedException, RunRefusedException {
        Optional<Set<Integer>> named = named(context.request(id));
        HeadlessCheck.Rules rules = new HeadlessCheck.Rules(!unchecked, excluded, accepting);
        Optional<Preparation> prepared =
                new HeadlessCheck(context.station(), context.output(), rules).perform(request, named, patience);
        if (prepared.isPresent()) {
            retryFailed();
        }
        return prepared;
    }

    /** A run takes those who failed before by itself, but Central gives out only people who are pending. */
    private void retryFailed() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        List<Integer> failed = request.recipients().stream()
                .filter(recipient -> recipient.outcome() == Outcome.FAILED)
                .map(recipient -> recipient.id().position())
                .toList();
        if (context.station().central().isJoined() && !failed.isEmpty()) {
            context.station().requests().reopen(request.id(), failed);
        }
    }

    /** Returns the result of a run that was not started after the check; nothing was changed. */
    private RunResult notBegun() throws InputRefusedException {
        return new RunResult(context.request(id).tally(), Optional.empty());
    }

    /** A person who knows the PIN of one device would know the PIN of all. */
    private void requireConfirmedCommonPin() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        boolean common = !pin.isEmpty() && request.profile().pin() instanceof PinRule.Entered;
        Tally tally = Tally.of(meant(request));
        int devices = tally.pending() + tally.failed() + (people.isEmpty() ? 0 : tally.skipped());
        if (!common || devices < 2 || onePinForAll) {
            return;
        }
        context.output()
                .print("All " + devices
                        + " devices would get the same PIN: a person who knows the PIN of one device knows"
                        + " the PIN of all. Use random PINs instead, or have the PIN changed at first use.");
        if (!Terminal.confirm("Give all devices the same PIN?")) {
            throw new InputRefusedException("Nothing was changed. --one-pin-for-all confirms the same PIN for all.");
        }
    }

    private RunResult manual() throws InputRefusedException, RunRefusedException {
        if (!printers.isEmpty() || !encoders.isEmpty()) {
            throw new InputRefusedException("--printer and --encoder require --mode automatic.");
        }
        if (oneAfterTheOther) {
            throw new InputRefusedException("--no-overlap requires --mode automatic.");
        }
        if (readers.size() > 1) {
            throw new InputRefusedException("--reader can be specified once with --mode manual.");
        }
        OnProvisioned handling = onProvisioned == null ? OnProvisioned.skip : onProvisioned;
        if (handling.choice().isEmpty()) {
            throw new InputRefusedException("--on-provisioned " + handling + " requires --mode automatic.");
        }
        requireConfirmedCommonPin();
        if (handling == OnProvisioned.reset) {
            ResetPermission.require(context.station().central());
        }
        String variable = pin.isEmpty() ? "" : EnvironmentReference.variable(pin);
        String slot = readers.isEmpty() ? key : readers.getFirst();
        boolean keysOnly = readers.isEmpty() && !key.isEmpty();
        RunOptions options = new RunOptions(context.request(id).id(), slot, keysOnly, handling, variable);
        Optional<Preparation> prepared = checked(options.request());
        return prepared.isEmpty()
                ? notBegun()
                : new HeadlessRun(context.station(), context.output()).perform(prepared.get(), options);
    }

    private RunResult automatic() throws InputRefusedException, RunRefusedException {
        if (!key.isEmpty() || !pin.isEmpty()) {
            throw new InputRefusedException("--key and --pin require --mode manual.");
        }
        OnProvisioned handling = onProvisioned == null ? OnProvisioned.reject : onProvisioned;
        if (handling == OnProvisioned.reset) {
            ResetPermission.require(context.station().central());
        }
        AutomaticOrder order = new AutomaticOrder(
                context.request(id).id(),
                new PrinterArguments(printers, encoders, readers).orders(),
                handling.automatic()
                        .orElseThrow(() ->
                                new InputRefusedException("--on-provisioned " + handling + " requires --mode manual.")),
                AutomaticOrder.Resumption.ByPrinter.within(patience),
                oneAfterTheOther ? Pace.ONE_AFTER_THE_OTHER : Pace.OVERLAPPING);
        Optional<Preparation> prepared = checked(order.request());
        return prepared.isEmpty()
                ? notBegun()
                : new HeadlessPrinters(context.station(), context.output()).perform(prepared.get(), order);
    }
}
