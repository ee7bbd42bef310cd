package org.keyhopper.ui.model.pins;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.request.MadePasskey;
import org.keyhopper.core.request.OutcomeRecord;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.HandOverCode;
import org.keyhopper.core.vault.PinDelivery;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;

/** The sealed PINs of one request: their states, release and hand-over. All methods are fast, on any thread. */
public final class PinOfficePresenter {

    private final WorkbenchContext context;
    private final RequestId request;
    private final PinLetterWriter letters;
    private final ObservableState<PinOfficeState> states;
    private final AtomicBoolean busy = new AtomicBoolean();

    /** @param account of the operating system, under which releases are recorded */
    public PinOfficePresenter(WorkbenchContext context, RequestId request, String account) {
        this.context = context;
        this.request = request;
        letters = new PinLetterWriter(context, account);
        states = new ObservableState<>(
                new PinOfficeState(context.text("pins.title", "…"), "", List.of(), false, Optional.empty()),
                context.rateLimiter());
    }

    public ObservableState<PinOfficeState> states() {
        return states;
    }

    /** Reads the PINs again. */
    public void refresh() {
        context.inBackground(() -> read(Optional.empty()), this::show);
    }

    /**
     * Releases the PIN of one person. {@code then} is called on a worker thread and closes the PIN; a failure becomes the notice.
     *
     * @param key closed here
     */
    public void showPin(int position, EscrowKeyInput key, Consumer<Secret> then) {
        release(key, () -> letters.open(request, position, key), pin -> {
            then.accept(pin);
            return new Notice(context.text("pins.released", 1), Tint.GOOD);
        });
    }

    /**
     * Writes letters into an encrypted file, or prints them.
     *
     * @param order closed here
     */
    public void write(LettersOrder order) {
        release(
                order,
                () -> letters.write(request, order),
                written -> new Notice(
                        context.text(
                                order.output().messages() + "written",
                                written,
                                order.output().name()),
                        Tint.GOOD));
    }

    /** Writes a sample of a letter; {@code then} receives the file on a worker thread. No PIN is released. */
    public void preview(LetterLayout look, Consumer<Path> then) {
        context.inBackground(
                () -> {
                    try {
                        then.accept(letters.writeSample(look));
                    } catch (LettersRefusedException e) {
                        show(new Notice(e.getMessage(), Tint.BAD));
                    }
                },
                this::show);
    }

    private interface Release<T> {
        Answer<T> perform() throws LettersRefusedException;
    }

    private interface Success<T> {
        Notice of(T result);
    }

    /** One at a time: each release is recorded. */
    private <T> void release(AutoCloseable access, Release<T> release, Success<T> success) {
        if (!busy.compareAndSet(false, true)) {
            close(access);
            return;
        }
        states.update(state -> state.with(true, Optional.empty()));
        context.inBackground(
                () -> {
                    Optional<Notice> notice = Optional.empty();
                    try {
                        Answer<T> answer = release.perform();
                        notice = Optional.of(answer.result()
                                .map(success::of)
                                .orElseGet(() -> context.notice(answer.failure().orElseThrow(), Tint.BAD)));
                    } catch (LettersRefusedException e) {
                        notice = Optional.of(new Notice(e.getMessage(), Tint.BAD));
                    } finally {
                        busy.set(false);
                        close(access);
                        read(notice);
                    }
                },
                this::show);
    }

    private static void close(AutoCloseable access) {
        try {
            access.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Records that the person whose code, serial number or account was scanned or typed has the letter. */
    public void handOver(String scanned) {
        if (scanned.isBlank()) {
            return;
        }
        context.inBackground(
                () -> {
                    Optional<RecipientState> found = context.station().requests().find(request).stream()
                            .flatMap(it -> HandOverCode.find(it.recipients(), scanned).stream())
                            .findFirst();
                    read(Optional.of(found.map(this::handedOver)
                            .orElseGet(
                                    () -> new Notice(context.text("pins.scan.unknown", scanned.strip()), Tint.BAD))));
                },
                this::show);
    }

    private Notice handedOver(RecipientState person) {
        String name = person.recipient().name();
        return escrow().filter(it -> it.handOver(person.id())).isPresent()
                ? new Notice(context.text("pins.handedOver", name), Tint.GOOD)
                : new Notice(context.text("pins.notReleased", name), Tint.ATTENTION);
    }

    /** Records that these people have their letters. */
    public void handOver(Set<Integer> positions) {
        mark(positions, "pins.handedOver.many", id -> escrow().filter(it -> it.handOver(id))
                .isPresent());
    }

    /** Records that these people confirmed that their PINs work. */
    public void confirm(Set<Integer> positions) {
        mark(positions, "pins.confirmed.many", id -> escrow().filter(it -> it.confirmReceipt(id))
                .isPresent());
    }

    private void mark(Set<Integer> positions, String key, Predicate<RecipientId> record) {
        context.inBackground(
                () -> {
                    long done = positions.stream()
                            .map(position -> new RecipientId(request, position))
                            .filter(record)
                            .count();
                    String text = context.text(key, done);
                    read(Optional.of(
                            done == positions.size()
                                    ? new Notice(text, Tint.GOOD)
                                    : new Notice(text + " " + context.text("pins.others"), Tint.ATTENTION)));
                },
                this::show);
    }

    private Optional<PinEscrow> escrow() {
        return context.station().escrow();
    }

    private List<EscrowedPin> list() {
        return escrow().map(it -> it.list(request)).orElse(List.of());
    }

    /** Synchronized, so that what was read last is shown last. */
    private synchronized void read(Optional<Notice> notice) {
        Optional<ProvisioningRequest> found = context.station().requests().find(request);
        List<EscrowedPin> pins = list();
        List<PinRow> rows = PinLetterWriter.inTrayOrder(pins, false).stream()
                .flatMap(pin -> found.stream()
                        .flatMap(it -> it.recipients().stream())
                        .filter(person -> person.id().equals(pin.recipient()))
                        .map(person -> row(person, pin)))
                .toList();
        String name = found.map(ProvisioningRequest::name).orElse("");
        states.set(new PinOfficeState(context.text("pins.title", name), summary(pins), rows, busy.get(), notice));
    }

    private String summary(List<EscrowedPin> pins) {
        long confirmed = pins.stream().filter(SealedPinText::isConfirmed).count();
        long sealed = pins.stream()
                .filter(pin -> pin.delivery().state() == PinDelivery.State.SEALED)
                .count();
        long overdue = pins.stream()
                .filter(pin -> SealedPinText.isOverdue(context, pin))
                .count();
        return pins.isEmpty()
                ? context.text("pins.none")
                : context.text("pins.summary", pins.size(), sealed, confirmed, overdue);
    }

    private PinRow row(RecipientState person, EscrowedPin pin) {
        return new PinRow(
                person.id().position(),
                person.recipient().name(),
                person.recipient().user(),
                person.last()
                        .flatMap(OutcomeRecord::passkey)
                        .map(MadePasskey::deviceName)
                        .orElse(""),
                HandOverCode.of(person.id()),
                SealedPinText.of(context, pin),
                DisplayText.date(SealedPinText.since(pin), context.messages().locale()),
                SealedPinText.since(pin),
                SealedPinText.tint(context, pin),
                SealedPinText.mark(pin));
    }

    private void show(Notice notice) {
        states.update(state -> state.with(busy.get(), Optional.of(notice)));
    }
}
