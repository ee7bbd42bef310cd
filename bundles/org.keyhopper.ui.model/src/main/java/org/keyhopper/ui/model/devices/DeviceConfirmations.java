package org.keyhopper.ui.model.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.core.device.HeldCredential;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.manual.Confirmation;

/** Composes the confirmations that state what an action deletes. */
final class DeviceConfirmations {

    private final WorkbenchContext context;

    DeviceConfirmations(WorkbenchContext context) {
        this.context = context;
    }

    Confirmation reset(SelectedDevice chosen, DeviceDetails details) {
        List<String> losses = new ArrayList<>();
        if (chosen.content.isPresent()) {
            chosen.credentials().forEach(held -> losses.add(loss(held)));
        } else {
            details.entries().forEach(entry -> losses.add(loss(entry)));
            losses.add(context.text(details.entries().isEmpty() ? "reset.loses.all" : "reset.loses.others"));
        }
        if (details.hasPin()) {
            losses.add(context.text("reset.loses.pin"));
        }
        if (losses.isEmpty()) {
            losses.add(context.text("devices.reset.loses.nothing"));
        }
        return new Confirmation(
                chosen.id(),
                context.text("devices.reset.question", details.facts().model()),
                losses,
                details.entries().stream()
                        .findFirst()
                        .map(entry -> context.text("reset.remark.known", entry.holder(), entry.directory()))
                        .orElseGet(() -> context.text(
                                details.facts().isProvisioned()
                                        ? "reset.remark.unknown"
                                        : "devices.reset.remark.blank")),
                context.text("devices.reset.confirm"),
                context.text("reset.cancel"));
    }

    Confirmation delete(SelectedDevice chosen, HeldCredential held) {
        Optional<InventoryEntry> ours = held.entry();
        return new Confirmation(
                chosen.id(),
                context.text("devices.delete.question"),
                List.of(loss(held)),
                ours.map(entry -> context.text("reset.remark.known", entry.holder(), entry.directory()))
                        .orElseGet(() -> context.text(
                                "devices.delete.remark", held.stored().rpId())),
                context.text("devices.delete.confirm"),
                context.text("devices.delete.cancel"));
    }

    private String loss(HeldCredential held) {
        return held.entry()
                .map(this::loss)
                .orElseGet(() -> context.text(
                        "devices.loses.other", name(held), held.stored().rpId()));
    }

    private String name(HeldCredential held) {
        String name = held.stored().userDisplayName();
        String either = name.isEmpty() ? held.stored().userName() : name;
        return either.isEmpty() ? context.text("devices.nameless") : either;
    }

    private String loss(InventoryEntry entry) {
        String since = DisplayText.date(entry.since(), context.messages().locale());
        return context.text("reset.loses.known", entry.holder(), entry.directory(), since);
    }
}
