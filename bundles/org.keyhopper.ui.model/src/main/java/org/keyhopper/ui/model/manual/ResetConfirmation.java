package org.keyhopper.ui.model.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Messages;

/** Composes the confirmation that states what a reset deletes. */
final class ResetConfirmation {

    private final Messages messages;

    ResetConfirmation(Messages messages) {
        this.messages = messages;
    }

    Confirmation of(DeviceFacts facts, String recipient) {
        Optional<InventoryEntry> known = facts.known();
        List<String> losses = new ArrayList<>();
        known.ifPresent(entry -> losses.add(messages.text(
                "reset.loses.known",
                entry.holder(),
                entry.directory(),
                DisplayText.date(entry.since(), messages.locale()))));
        losses.add(messages.text(known.isPresent() ? "reset.loses.others" : "reset.loses.all"));
        if (facts.info().map(AuthenticatorInfo::isPinSet).orElse(false)) {
            losses.add(messages.text("reset.loses.pin"));
        }
        String remark = known.map(entry -> messages.text("reset.remark.known", entry.holder(), entry.directory()))
                .orElseGet(() -> messages.text("reset.remark.unknown"));
        return new Confirmation(
                facts.link().id(),
                messages.text("reset.question", facts.model(), recipient),
                losses,
                remark,
                messages.text("reset.confirm"),
                messages.text("reset.cancel"));
    }
}
