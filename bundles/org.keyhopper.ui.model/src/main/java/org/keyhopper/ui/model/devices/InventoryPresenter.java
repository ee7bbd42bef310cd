package org.keyhopper.ui.model.devices;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.vault.EscrowedPin;
import org.keyhopper.core.vault.PinEscrow;
import org.keyhopper.documents.InventoryCsv;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows who holds which device, since when, and in what state. All methods are fast, on any thread. */
public final class InventoryPresenter {

    private static final Logger LOG = LoggerFactory.getLogger(InventoryPresenter.class);

    private final WorkbenchContext context;
    private final ObservableState<InventoryState> states;
    private volatile String query = "";

    /** Guarded by this. */
    private Set<RecipientId> overdue = Set.of();

    public InventoryPresenter(WorkbenchContext context) {
        this.context = context;
        states = new ObservableState<>(
                new InventoryState(0, context.text("inventory.none"), List.of(), Optional.empty()),
                context.rateLimiter());
    }

    public ObservableState<InventoryState> states() {
        return states;
    }

    /** Reads the inventory again. */
    public void refresh() {
        context.inBackground(this::read, this::show);
    }

    /** Shows only entries that contain every word. */
    public void search(String text) {
        query = text;
        refresh();
    }

    /** Records that the holder has lost the device; its passkey stays registered until it is revoked. */
    public void markLost(InventoryRow row) {
        context.inBackground(
                () -> {
                    context.station().inventory().mark(row.id(), InventoryEntry.State.LOST);
                    read();
                },
                this::show);
    }

    /** Writes all entries as CSV. */
    public void export(Path file) {
        context.inBackground(
                () -> {
                    List<InventoryEntry> all = context.station().inventory().list();
                    try (OutputStream out = Files.newOutputStream(file)) {
                        InventoryCsv.write(all, out);
                        show(new Notice(context.text("inventory.exported", all.size(), file), Tint.GOOD));
                    } catch (IOException e) {
                        LOG.info("The inventory cannot be written", e);
                        show(new Notice(context.text("file.notSaved", file, e.getMessage()), Tint.BAD));
                    }
                },
                this::show);
    }

    private void show(Notice notice) {
        states.update(state -> new InventoryState(state.total(), state.sentence(), state.rows(), Optional.of(notice)));
    }

    /** Synchronized, so that the result of the latest search is shown last. */
    private synchronized void read() {
        List<InventoryEntry> all = context.station().inventory().list();
        overdue = overdue();
        List<String> explanation = List.of(lower(query).strip().split("\\s+"));
        List<InventoryRow> rows = all.stream()
                .filter(entry -> hasAll(entry, explanation))
                .map(this::row)
                .toList();
        String sentence = all.isEmpty()
                ? context.text("inventory.none")
                : context.text("inventory.shown", rows.size(), all.size());
        states.set(new InventoryState(all.size(), sentence, rows, Optional.empty()));
    }

    /** Returns the people who have not confirmed their PINs in time. */
    private Set<RecipientId> overdue() {
        return context.station().escrow().map(PinEscrow::unconfirmed).orElse(List.of()).stream()
                .filter(pin -> pin.delivery().isOverdue(context.clock().instant()))
                .map(EscrowedPin::recipient)
                .collect(Collectors.toSet());
    }

    private boolean hasAll(InventoryEntry entry, List<String> explanation) {
        String text = lower(String.join(
                " ",
                holder(entry),
                entry.model(),
                entry.serial().orElse(""),
                entry.directory(),
                entry.rpId(),
                stateText(entry)));
        return explanation.stream().allMatch(text::contains);
    }

    private String lower(String text) {
        return text.toLowerCase(context.messages().locale());
    }

    private InventoryRow row(InventoryEntry entry) {
        Locale locale = context.messages().locale();
        boolean used = entry.state() == InventoryEntry.State.IN_USE;
        return new InventoryRow(
                entry.credential(),
                holder(entry),
                entry.model(),
                entry.serial().orElseGet(() -> context.text("fact.serial.none")),
                entry.directory(),
                DisplayText.date(entry.since(), locale),
                entry.since(),
                stateText(entry),
                used ? Tint.GOOD : Tint.NEUTRAL,
                used ? OutcomeStyle.Mark.CHECK : OutcomeStyle.Mark.CROSS,
                used,
                new PasskeyHolder(entry.directory(), entry.userId(), entry.holder()));
    }

    private String holder(InventoryEntry entry) {
        return entry.formerHolder()
                .map(former -> context.text("inventory.renamed", entry.holder(), former))
                .orElse(entry.holder());
    }

    private String stateText(InventoryEntry entry) {
        String state = context.text("inventory.state." + entry.state().name());
        boolean waiting = entry.state() == InventoryEntry.State.IN_USE && overdue.contains(entry.recipient());
        return waiting ? context.text("inventory.pinOverdue", state) : state;
    }
}
