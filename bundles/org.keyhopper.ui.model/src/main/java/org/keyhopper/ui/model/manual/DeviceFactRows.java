package org.keyhopper.ui.model.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.run.RunPhase;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.manual.DevicePanel.Fact;

/** Composes the known properties of a device and whether it can be used. */
final class DeviceFactRows {

    private record Verdict(String text, Tint tint) {}

    private final WorkbenchContext context;

    DeviceFactRows(WorkbenchContext context) {
        this.context = context;
    }

    /** @param skipped whether the operator skipped the person, so that the device was not to be provisioned */
    DevicePanel of(DeviceFacts facts, RunPhase phase, String person, boolean skipped) {
        Verdict verdict = skipped && phase == RunPhase.REMOVE_FAILED
                ? new Verdict(context.text("verdict.skipped"), Tint.NEUTRAL)
                : verdict(facts, phase, person);
        return new DevicePanel(facts.link().kind(), caption(facts), rows(facts), verdict.text(), verdict.tint());
    }

    /** Before the ceremony the verdict is about the device found, afterwards about the outcome. */
    private Verdict verdict(DeviceFacts facts, RunPhase phase, String person) {
        return switch (phase) {
            case WORKING -> new Verdict(context.text("verdict.working", person), Tint.ACTIVE);
            case REMOVE_PROVISIONED -> new Verdict(context.text("verdict.provisioned", person), Tint.GOOD);
            case REMOVE_FAILED -> new Verdict(context.text("verdict.failed"), Tint.BAD);
            case DEVICE_PULLED, PUT_BACK -> new Verdict(context.text("verdict.pulled"), Tint.BAD);
            case RECONCILING -> new Verdict(context.text("verdict.reconciling"), Tint.ACTIVE);
            default -> new Verdict(verdict(facts), verdictTint(facts));
        };
    }

    private static String caption(DeviceFacts facts) {
        return facts.model().strip().split("\\s+")[0];
    }

    private List<Fact> rows(DeviceFacts facts) {
        List<Fact> rows = new ArrayList<>();
        rows.add(fact("model", facts.model()));
        rows.add(fact("serial", facts.link().serial().orElseGet(() -> context.text("fact.serial.none"))));
        facts.info().ifPresent(info -> rows.add(fact("aaguid", DisplayText.aaguid(info.aaguid()))));
        rows.add(place(facts.link()));
        facts.info().ifPresent(info -> rows.add(fact("pin", pin(info))));
        facts.info().ifPresent(info -> rows.add(fact("slots", slots(info))));
        rows.add(fact(
                "inventory",
                facts.known()
                        .map(InventoryEntry::holder)
                        .orElseGet(() -> context.text(
                                facts.isProvisioned() ? "fact.inventory.unknown" : "fact.inventory.new"))));
        return rows;
    }

    private Fact place(LinkDescription link) {
        return link.kind() == DeviceKind.USB_KEY
                ? fact("port", link.product())
                : fact("reader", DisplayText.reader(link.id().slot()));
    }

    private Fact fact(String key, String value) {
        return new Fact(context.text("fact." + key), value);
    }

    private String pin(AuthenticatorInfo info) {
        if (info.pin().forcePinChange()) {
            return context.text("fact.pin.forced");
        }
        return context.text(info.isPinSet() ? "fact.pin.set" : "fact.pin.none");
    }

    private String slots(AuthenticatorInfo info) {
        OptionalInt free = info.limits().remainingDiscoverableCredentials();
        return free.isPresent() ? Integer.toString(free.getAsInt()) : context.text("fact.slots.unknown");
    }

    private String verdict(DeviceFacts facts) {
        if (facts.obstacle().isPresent()) {
            return context.explain().apply(facts.obstacle().get()).title();
        }
        if (facts.known().isPresent()) {
            InventoryEntry entry = facts.known().get();
            String since = DisplayText.date(entry.since(), context.messages().locale());
            return context.text("verdict.known", entry.holder(), since);
        }
        if (facts.isProvisioned()) {
            return context.text("verdict.pin");
        }
        return context.text(facts.link().kind() == DeviceKind.USB_KEY ? "verdict.free.key" : "verdict.free.card");
    }

    private static Tint verdictTint(DeviceFacts facts) {
        if (facts.obstacle().isPresent()) {
            return Tint.BAD;
        }
        return facts.isProvisioned() ? Tint.ATTENTION : Tint.GOOD;
    }
}
