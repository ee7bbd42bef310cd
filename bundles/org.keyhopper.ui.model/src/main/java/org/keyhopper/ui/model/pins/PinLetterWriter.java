package org.keyhopper.ui.model.pins;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.core.vault.PinReleaseOrder;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.LetterAddresses;
import org.keyhopper.documents.LetterTemplate;
import org.keyhopper.documents.OpenedLetters;
import org.keyhopper.documents.PinLetters;
import org.keyhopper.documents.ReadResult;
import org.keyhopper.documents.UnopenedPinException;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.escrow.EscrowProblem;
import org.keyhopper.ui.model.WorkbenchContext;

/** Releases sealed PINs, and writes letters. Whatever can be refused is, before anything is released. */
final class PinLetterWriter {

    private final WorkbenchContext context;
    private final String account;

    PinLetterWriter(WorkbenchContext context, String account) {
        this.context = context;
        this.account = account;
    }

    static List<EscrowedPin> inTrayOrder(List<EscrowedPin> pins, boolean lastFirst) {
        Comparator<EscrowedPin> made = Comparator.comparing(EscrowedPin::kept);
        return pins.stream().sorted(lastFirst ? made.reversed() : made).toList();
    }

    /** Releases and opens the PIN of one person. */
    Answer<Secret> open(RequestId request, int position, EscrowKeyInput access) {
        Answer<EscrowKey> key = key(access);
        if (key.result().isEmpty()) {
            return Answer.failed(key.failure().orElseThrow());
        }
        Answer<List<EscrowedPin>> released = release(request, Set.of(position), access.reason());
        return released.result().isEmpty()
                ? Answer.failed(released.failure().orElseThrow())
                : key.result().get().open(released.result().get().getFirst().sealed());
    }

    /** Writes letters; returns how many. */
    Answer<Integer> write(RequestId id, LettersOrder order) throws LettersRefusedException {
        ProvisioningRequest request = context.station().requests().find(id).orElseThrow();
        PinLetters look = letters(order.look());
        LetterAddresses addresses = addresses(request, order);
        Answer<EscrowKey> key = key(order.key());
        if (key.result().isEmpty()) {
            return Answer.failed(key.failure().orElseThrow());
        }
        try (LetterOutput output = order.output()) {
            List<EscrowedPin> meant = inTrayOrder(meant(id, order), order.lastFirst());
            // Whether the letters can be written is known before the release, which is refused if there are none.
            if (!meant.isEmpty()) {
                output.prepare(look, OpenedLetters.madeUp(request, meant.iterator(), addresses));
            }
            Answer<List<EscrowedPin>> released =
                    release(id, order.positions(), order.key().reason());
            if (released.result().isEmpty()) {
                return Answer.failed(released.failure().orElseThrow());
            }
            List<EscrowedPin> pins = inTrayOrder(released.result().get(), order.lastFirst());
            EscrowKey opener = key.result().get();
            write(output, look, new OpenedLetters(request, pins.iterator(), opener::open, addresses));
            return Answer.done(pins.size());
        } catch (FileAlreadyExistsException e) {
            throw new LettersRefusedException(
                    context.text("pins.letters.exists", order.output().name()));
        } catch (IOException e) {
            throw refused(order.output(), "refused", e);
        } catch (UnopenedPinException e) {
            return Answer.failed(e.problem());
        }
    }

    private LettersRefusedException refused(LetterOutput output, String what, IOException cause) {
        return new LettersRefusedException(context.text(output.messages() + what, output.name(), cause.getMessage()));
    }

    private List<EscrowedPin> meant(RequestId request, LettersOrder order) {
        return escrow().list(request).stream()
                .filter(pin -> order.positions().isEmpty()
                        || order.positions().contains(pin.recipient().position()))
                .toList();
    }

    private void write(LetterOutput output, PinLetters look, OpenedLetters people) throws LettersRefusedException {
        try {
            output.write(look, people);
        } catch (IOException e) {
            throw refused(output, "failed", e);
        }
    }

    /** Writes a letter to a made-up person into a temporary file, and returns it. */
    Path writeSample(LetterLayout look) throws LettersRefusedException {
        PinLetters letters = letters(look);
        try {
            Path file = Files.createTempFile("keyhopper-sample-", ".pdf");
            try (OutputStream out = Files.newOutputStream(file)) {
                letters.writeSample(out);
            }
            return file;
        } catch (IOException e) {
            throw new LettersRefusedException(context.text("pins.letters.noSample", e.getMessage()));
        }
    }

    private PinLetters letters(LetterLayout look) throws LettersRefusedException {
        return new PinLetters(
                template(look),
                PinLetters.Layout.of(look.locale()),
                look.locale(),
                LocalDate.now(context.clock()),
                image(look));
    }

    /** Opens the key, which must be one that PINs of this station were sealed to: else nothing would be opened. */
    private Answer<EscrowKey> key(EscrowKeyInput access) {
        Answer<EscrowKey> key = EscrowKey.ofFile(access.file(), access.password());
        Optional<EscrowKey> opened = key.result();
        boolean known = opened.isEmpty()
                || escrow().certificates().stream()
                        .anyMatch(it -> it.certificate().equals(opened.get().certificate()));
        return known
                ? key
                : Answer.failed(Problem.of(
                        EscrowProblem.WRONG_KEY,
                        opened.get().certificate().getSubjectX500Principal().getName()));
    }

    private Answer<List<EscrowedPin>> release(RequestId request, Set<Integer> positions, String reason) {
        return escrow().release(new PinReleaseOrder(request, positions, reason, account));
    }

    private PinEscrow escrow() {
        return context.station().escrow().orElseThrow();
    }

    private LetterTemplate template(LetterLayout look) throws LettersRefusedException {
        try {
            return look.template().isEmpty()
                    ? LetterTemplate.of(look.locale())
                    : value(LetterTemplate.read(Files.readString(look.template().get(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw unreadable(look.template().orElse(Path.of("")));
        }
    }

    private Optional<byte[]> image(LetterLayout look) throws LettersRefusedException {
        if (look.logo().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(look.logo().get()));
        } catch (IOException e) {
            throw unreadable(look.logo().get());
        }
    }

    /** Whoever has no address is named. */
    private LetterAddresses addresses(ProvisioningRequest request, LettersOrder order) throws LettersRefusedException {
        if (order.addresses().isEmpty()) {
            return LetterAddresses.NAMES;
        }
        LetterAddresses addresses;
        try (InputStream in = Files.newInputStream(order.addresses().get())) {
            addresses = value(LetterAddresses.read(in));
        } catch (IOException e) {
            throw unreadable(order.addresses().get());
        }
        Set<Integer> meant = meant(request.id(), order).stream()
                .map(pin -> pin.recipient().position())
                .collect(Collectors.toSet());
        List<RecipientState> people = request.recipients().stream()
                .filter(person -> meant.contains(person.id().position()))
                .toList();
        List<String> missing = addresses.missing(people);
        if (!missing.isEmpty()) {
            throw new LettersRefusedException(context.text("pins.letters.noAddress", String.join(", ", missing)));
        }
        return addresses;
    }

    private LettersRefusedException unreadable(Path file) {
        return new LettersRefusedException(context.text("pins.letters.unreadable", file));
    }

    private static <T> T value(ReadResult<T> read) throws LettersRefusedException {
        return switch (read) {
            case ReadResult.Success<T>(T value, List<String> warnings) -> value;
            case ReadResult.Failure<T>(List<DocumentFault> faults) ->
                throw new LettersRefusedException(
                        faults.stream().map(DocumentFault::toString).collect(Collectors.joining(" ")));
        };
    }
}
