package org.keyhopper.ui.model.devices;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.ObservableState;
import org.keyhopper.ui.model.OutcomeStyle;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;

/** Shows who holds which device, since when, and in what state. All methods are fast, on any thread. */
public final class InventoryPresenter {

    private final WorkbenchContext context;
    private final ObservableState<InventoryState> states;
    private volatile String query = "";

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
        context.inBackground(
                this::read,
                notice -> states.update(state ->
                        new InventoryState(state.total(), state.sentence(), state.rows(), Optional.of(notice))));
    }

    /** Shows only entries that contain every word. */
    public void search(String text) {
        query = text;
        refresh();
    }

    /** Synchronized, so that the result of the latest search is shown last. */
    private synchronized void read() {
        List<InventoryEntry> all = context.station().inventory().list();
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
                new PasskeyHolder(entry.directory(), entry.userId(), entry.holder()));
    }

    private String holder(InventoryEntry entry) {
        return entry.formerHolder()
                .map(former -> context.text("inventory.renamed", entry.holder(), former))
                .orElse(entry.holder());
    }

    private String stateText(InventoryEntry entry) {
        return context.text("inventory.state." + entry.state().name());
    }
}
