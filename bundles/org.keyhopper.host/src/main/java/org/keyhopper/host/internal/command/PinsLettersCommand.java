package org.keyhopper.host.internal.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.LetterAddresses;
import org.keyhopper.documents.LetterFile;
import org.keyhopper.documents.OpenedLetters;
import org.keyhopper.documents.PinLetters;
import org.keyhopper.documents.ReadResult;
import org.keyhopper.documents.UnopenedPinException;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.host.internal.ExitCode;
import org.keyhopper.host.internal.output.ProblemLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the letters with the PINs of a request. */
@Command(
        name = "letters",
        description =
                "Writes the PIN letters of a request into an encrypted PDF file, a page per person, in the order in"
                        + " which the devices were made.")
final class PinsLettersCommand implements Callable<Integer> {

    private final CommandContext context;

    @Parameters(paramLabel = "ID", description = "The request.")
    private String id;

    @Option(
            names = "--person",
            paramLabel = "USER",
            description = "Only this person: position in the request, or account. Can be repeated.")
    private List<String> people = new ArrayList<>();

    @Option(
            names = "--password",
            paramLabel = "env:VARIABLE",
            defaultValue = "",
            description = "The password of the PDF file, at least 12 characters; without it, the terminal asks.")
    private String password;

    @Option(
            names = "--addresses",
            paramLabel = "FILE",
            description =
                    "A CSV file with postal addresses: the column user, and a column for each line of the address."
                            + " Without it, letters are addressed with name and account.")
    private Path addressFile;

    @Option(names = "--last-first", description = "Begins with the device made last, which lies on top in many trays.")
    private boolean lastFirst;

    @Mixin
    private EscrowKeyOptions options = new EscrowKeyOptions();

    @Mixin
    private LetterOptions look = new LetterOptions();

    PinsLettersCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InputRefusedException {
        ProvisioningRequest request = context.request(id);
        PinsAccess access = new PinsAccess(context);
        PinLetters letters = look.letters();
        Set<Integer> positions = PersonArguments.positions(request, people);
        LetterAddresses addresses = addresses(access, request, positions);
        EscrowKey key = options.key(access);
        int written;
        try (Secret secret = access.password("--password", password, "Password for " + look.file());
                LetterFile file = look.create()) {
            PinsAccess.requireLong(secret);
            List<EscrowedPin> meant = inTrayOrder(meant(access, request, positions));
            // Whether the letters can be written is known before the release, which is refused if there are none.
            if (!meant.isEmpty()) {
                file.prepare(letters, OpenedLetters.madeUp(request, meant.iterator(), addresses), secret);
            }
            List<EscrowedPin> pins = inTrayOrder(options.release(access, request.id(), positions));
            write(file, letters, new OpenedLetters(request, pins.iterator(), key::open, addresses), secret);
            written = pins.size();
        } catch (IOException e) {
            throw look.notWritten(e);
        } catch (UnopenedPinException e) {
            throw new InputRefusedException(ProblemLines.of(e.problem()));
        }
        context.output()
                .print(written + " letters were saved to " + look.file()
                        + ". Delete the file when they are printed; a printer may keep what it printed.");
        return ExitCode.DONE;
    }

    private void write(LetterFile file, PinLetters letters, OpenedLetters people, Secret secret)
            throws InputRefusedException {
        try {
            file.write(letters, people, secret);
        } catch (IOException e) {
            throw new InputRefusedException("The letters cannot be written to " + look.file() + ": " + e.getMessage()
                    + ". The release is recorded; start the command again for the same letters, which are then marked as"
                    + " reprints.");
        }
    }

    private static List<EscrowedPin> meant(PinsAccess access, ProvisioningRequest request, Set<Integer> positions)
            throws InputRefusedException {
        return access.escrow().list(request.id()).stream()
                .filter(pin -> positions.isEmpty()
                        || positions.contains(pin.recipient().position()))
                .toList();
    }

    private List<EscrowedPin> inTrayOrder(List<EscrowedPin> pins) {
        Comparator<EscrowedPin> made = Comparator.comparing(EscrowedPin::kept);
        return pins.stream().sorted(lastFirst ? made.reversed() : made).toList();
    }

    /** People without an address are named before anything is released. */
    private LetterAddresses addresses(PinsAccess access, ProvisioningRequest request, Set<Integer> positions)
            throws InputRefusedException {
        if (addressFile == null) {
            return LetterAddresses.NAMES;
        }
        LetterAddresses addresses = read(addressFile);
        List<RecipientState> people = meant(access, request, positions).stream()
                .map(pin -> PinsAccess.person(request, pin.recipient()))
                .toList();
        List<String> missing = addresses.missing(people);
        if (!missing.isEmpty()) {
            throw new InputRefusedException(
                    "No address in " + addressFile + " for: " + String.join(", ", missing) + ". No PIN was released.");
        }
        return addresses;
    }

    private static LetterAddresses read(Path file) throws InputRefusedException {
        try (InputStream in = Files.newInputStream(file)) {
            return switch (LetterAddresses.read(in)) {
                case ReadResult.Success<LetterAddresses>(LetterAddresses value, List<String> warnings) -> value;
                case ReadResult.Failure<LetterAddresses>(List<DocumentFault> faults) ->
                    throw new InputRefusedException(faults.stream()
                            .map(DocumentFault::toString)
                            .collect(Collectors.joining(System.lineSeparator())));
            };
        } catch (IOException e) {
            throw new InputRefusedException("The file " + file + " cannot be read.");
        }
    }
}
