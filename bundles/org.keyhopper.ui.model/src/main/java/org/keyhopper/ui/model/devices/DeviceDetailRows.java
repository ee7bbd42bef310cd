package org.keyhopper.ui.model.devices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.DeviceContent;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.manual.DevicePanel;
import org.keyhopper.ui.model.manual.DevicePanel.Fact;

/** Composes the properties of a device. */
final class DeviceDetailRows {

    private final WorkbenchContext context;

    DeviceDetailRows(WorkbenchContext context) {
        this.context = context;
    }

    DevicePanel of(DeviceDetails details, Optional<DeviceContent> content) {
        DeviceFacts facts = details.facts();
        return new DevicePanel(
                facts.link().kind(),
                facts.model().strip().split("\\s+")[0],
                rows(details, content),
                verdict(details),
                tint(details));
    }

    private List<Fact> rows(DeviceDetails details, Optional<DeviceContent> content) {
        LinkDescription link = details.facts().link();
        List<Fact> rows = new ArrayList<>();
        rows.add(fact("model", details.facts().model()));
        rows.add(fact("serial", link.serial().orElseGet(() -> context.text("fact.serial.none"))));
        rows.add(
                link.kind() == DeviceKind.USB_KEY
                        ? fact("port", link.product())
                        : fact("reader", DisplayText.reader(link.id().slot())));
        details.facts().info().ifPresent(info -> {
            rows.add(fact("aaguid", DisplayText.aaguid(info.aaguid())));
            rows.add(fact("versions", versions(info)));
            rows.add(fact("pin", pin(details, info)));
            info.pin()
                    .complexity()
                    .ifPresent(policy -> rows.add(fact(
                            "pinComplexity",
                            policy.url().orElseGet(() -> context.text("fact.pinComplexity.demanded")))));
            rows.add(fact(
                    "fingerprint",
                    context.text(
                            "fact.fingerprint." + details.builtInVerification().name())));
            rows.add(fact("slots", slots(info, content)));
        });
        return rows;
    }

    private Fact fact(String key, String value) {
        return new Fact(context.text("fact." + key), value);
    }

    /** Formats {@code FIDO_2_1_PRE} as FIDO 2.1 PRE. */
    private static String versions(AuthenticatorInfo info) {
        return String.join(
                ", ",
                info.versions().stream()
                        .sorted()
                        .map(version -> version.replace("FIDO_2_", "FIDO 2.").replace('_', ' '))
                        .toList());
    }

    private String pin(DeviceDetails details, AuthenticatorInfo info) {
        if (!info.isPinSet()) {
            return context.text("fact.pin.none");
        }
        if (details.isPinBlocked()) {
            return context.text("fact.pin.blocked");
        }
        String state = context.text(info.pin().forcePinChange() ? "fact.pin.forced" : "fact.pin.set");
        OptionalInt tries = details.pinRetries();
        return tries.isPresent() ? context.text("fact.pin.tries", state, tries.getAsInt()) : state;
    }

    private String slots(AuthenticatorInfo info, Optional<DeviceContent> content) {
        if (content.isPresent()) {
            return context.text(
                    "fact.slots.of", content.get().free(), content.get().total());
        }
        OptionalInt free = info.limits().remainingDiscoverableCredentials();
        return free.isPresent() ? Integer.toString(free.getAsInt()) : context.text("fact.slots.unknown");
    }

    private String verdict(DeviceDetails details) {
        DeviceFacts facts = details.facts();
        if (facts.obstacle().isPresent()) {
            return context.explain().apply(facts.obstacle().get()).title();
        }
        if (!details.entries().isEmpty()) {
            InventoryEntry entry = details.entries().getFirst();
            String since = DisplayText.date(entry.since(), context.messages().locale());
            return context.text("devices.verdict.given", entry.holder(), since);
        }
        return context.text(facts.isProvisioned() ? "devices.verdict.notOurs" : "devices.verdict.blank");
    }

    private static Tint tint(DeviceDetails details) {
        if (details.facts().obstacle().isPresent()) {
            return Tint.BAD;
        }
        return details.entries().isEmpty() && details.facts().isProvisioned() ? Tint.ATTENTION : Tint.GOOD;
    }
}
