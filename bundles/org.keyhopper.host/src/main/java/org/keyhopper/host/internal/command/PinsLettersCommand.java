package org.keyhopper.host.internal.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.documents.PinLetter;
import org.keyhopper.documents.PinLetters;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.host.internal.ExitCode;
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
        EscrowKey key = options.key(access);
        try (Secret secret = access.password("--password", password, "Password for " + look.file());
                LetterFile file = LetterFile.create(look.file())) {
            PinsAccess.requireLong(secret);
            List<EscrowedPin> pins =
                    new ArrayList<>(options.release(access, request.id(), PinsAccess.positions(request, people)));
            pins.sort(Comparator.comparing(EscrowedPin::kept));
            file.write(letters, new Opened(request, key, pins.iterator()), secret);
            context.output()
                    .print(pins.size() + " letters were saved to " + look.file()
                            + ". Delete the file when they are printed; a printer may keep what it printed.");
        }
        return ExitCode.DONE;
    }

    /** Opens one PIN after the other, and wipes the one before. */
    private static final class Opened implements Iterator<PinLetter> {

        private final ProvisioningRequest request;
        private final EscrowKey key;
        private final Iterator<EscrowedPin> pins;
        private Secret last = Secret.of("");

        Opened(ProvisioningRequest request, EscrowKey key, Iterator<EscrowedPin> pins) {
            this.request = request;
            this.key = key;
            this.pins = pins;
        }

        @Override
        public boolean hasNext() {
            if (!pins.hasNext()) {
                last.close();
            }
            return pins.hasNext();
        }

        @Override
        public PinLetter next() {
            EscrowedPin sealed = pins.next();
            last.close();
            last = key.open(sealed.sealed())
                    .result()
                    .orElseThrow(() -> new LetterFile.NotOpenedException(
                            key.open(sealed.sealed()).failure().orElseThrow()));
            RecipientState person = PinsAccess.person(request, sealed.recipient());
            Optional<MadePasskey> made = person.last().flatMap(OutcomeRecord::passkey);
            return new PinLetter(
                    person.recipient().name(),
                    List.of(person.recipient().name(), person.recipient().user()),
                    person.recipient().user(),
                    made.map(MadePasskey::deviceName).orElse(""),
                    made.flatMap(MadePasskey::serial).orElse(""),
                    last,
                    sealed.released().isPresent());
        }
    }
}
