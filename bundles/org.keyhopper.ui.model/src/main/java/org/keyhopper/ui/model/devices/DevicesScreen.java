package org.keyhopper.ui.model.devices;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.request.Instruction;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.DeviceContent;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.core.device.HeldCredential;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.ui.model.DisplayText;
import org.keyhopper.ui.model.Heading;
import org.keyhopper.ui.model.Notice;
import org.keyhopper.ui.model.Tint;
import org.keyhopper.ui.model.WorkbenchContext;
import org.keyhopper.ui.model.central.Permissions;
import org.keyhopper.ui.model.manual.InstructionStages;
import org.keyhopper.ui.model.manual.Stage;

/** Composes the screen. */
final class DevicesScreen {

    private final WorkbenchContext context;
    private final DeviceDetailRows facts;

    DevicesScreen(WorkbenchContext context) {
        this.context = context;
        facts = new DeviceDetailRows(context);
    }

    DevicesState of(List<LinkDescription> links, Optional<Problem> obstacle, Optional<SelectedDevice> chosen) {
        Heading heading = Heading.of(context.text("place.DEVICES"), context.text("devices.subtitle", links.size()));
        return new DevicesState(
                heading,
                links.stream().map(this::row).toList(),
                chosen.map(SelectedDevice::id),
                chosen.flatMap(one -> one.details.map(details -> facts.of(details, one.content))),
                chosen.flatMap(one -> one.details.map(details -> content(details, one.content))),
                chosen.flatMap(one -> one.task),
                chosen.map(this::actions).orElse(Set.of()),
                chosen.flatMap(one -> one.notice)
                        .or(() -> obstacle.map(problem -> context.notice(problem, Tint.ATTENTION)))
                        .or(() -> chosen.flatMap(one -> Permissions.of(context).reset())
                                .map(reason -> new Notice(reason, Tint.NEUTRAL))));
    }

    private DeviceRow row(LinkDescription link) {
        boolean key = link.kind() == DeviceKind.USB_KEY;
        String name = key
                ? link.product()
                : context.text("devices.kind." + link.kind().name());
        String place = key
                ? context.text("devices.kind.USB_KEY")
                : DisplayText.reader(link.id().slot());
        String detail = link.serial()
                .map(serial -> context.text("devices.serial", serial))
                .orElse(place);
        return new DeviceRow(link.id(), link.kind(), name, detail);
    }

    private ContentPanel content(DeviceDetails details, Optional<DeviceContent> content) {
        if (content.isPresent()) {
            DeviceContent listed = content.get();
            return new ContentPanel(
                    true,
                    context.text("devices.content.room", listed.credentials().size(), listed.total()),
                    listed.credentials().stream().map(this::row).toList());
        }
        String key = !details.hasPin()
                ? "devices.content.noPin"
                : !details.canList()
                        ? "devices.content.cannot"
                        : details.isPinBlocked() ? "devices.content.blocked" : forcedOr(details);
        return new ContentPanel(false, context.text(key), List.of());
    }

    private static String forcedOr(DeviceDetails details) {
        return changeIsForced(details) ? "devices.content.forced" : "devices.content.locked";
    }

    private CredentialRow row(HeldCredential held) {
        String account = held.stored().userName();
        String name = held.stored().userDisplayName();
        String person = name.isEmpty() ? account : name;
        String given = held.entry().map(entry -> given(entry)).orElseGet(() -> context.text("devices.given.notOurs"));
        return new CredentialRow(
                held.stored().id(),
                person.isEmpty() ? context.text("devices.nameless") : person,
                held.stored().rpId(),
                given,
                held.entry().isPresent());
    }

    private String given(InventoryEntry entry) {
        Locale locale = context.messages().locale();
        return context.text("devices.given", entry.holder(), DisplayText.date(entry.since(), locale));
    }

    private Set<DeviceAction> actions(SelectedDevice chosen) {
        if (chosen.resetting.isPresent()) {
            return Set.of(DeviceAction.CANCEL);
        }
        Optional<AuthenticatorInfo> info =
                chosen.details.flatMap(details -> details.facts().info());
        if (chosen.busy || info.isEmpty()) {
            return Set.of();
        }
        DeviceDetails details = chosen.details.orElseThrow();
        Set<DeviceAction> actions = EnumSet.noneOf(DeviceAction.class);
        Permissions permissions = Permissions.of(context);
        if (permissions.reset().isEmpty()) {
            actions.add(DeviceAction.RESET);
        }
        if (info.get().option("clientPin").isPresent()) {
            actions.add(details.hasPin() ? DeviceAction.CHANGE_PIN : DeviceAction.SET_PIN);
        }
        if (details.isPinBlocked()) {
            actions.remove(DeviceAction.CHANGE_PIN);
        }
        if (chosen.link.kind() == DeviceKind.USB_KEY) {
            actions.add(DeviceAction.BLINK);
        }
        if (chosen.former.isPresent() && permissions.own()) {
            actions.add(DeviceAction.REVOKE);
        }
        if (chosen.content.isPresent()) {
            actions.addAll(Set.of(DeviceAction.LOCK, DeviceAction.DELETE));
        } else if (canUnlock(details)) {
            actions.add(DeviceAction.UNLOCK);
        }
        return actions;
    }

    private static boolean canUnlock(DeviceDetails details) {
        return details.hasPin() && details.canList() && !details.isPinBlocked() && !changeIsForced(details);
    }

    private static boolean changeIsForced(DeviceDetails details) {
        return details.facts()
                .info()
                .filter(info -> info.pin().forcePinChange())
                .isPresent();
    }

    /** Returns the current instruction of a reset. */
    Stage task(Instruction instruction) {
        return switch (instruction) {
            case Instruction.None none -> plain("devices.erasing", Tint.ACTIVE);
            case Instruction.Touch(Duration left) -> timed("stage.touch", left);
            case Instruction.LongTouch(Duration left) -> timed("stage.longTouch", left);
            case Instruction.TakeOut(Duration left) -> timed("stage.takeOut", left);
            case Instruction.PutBack(Duration left) -> timed("stage.putBack", left);
            case Instruction.Swap swap -> InstructionStages.swap(context, swap);
            case Instruction.RemoveOthers others -> InstructionStages.removeOthers(context, others);
            case Instruction.ConfirmDevice(Duration left) -> timed("stage.confirmDevice", left);
        };
    }

    private Stage plain(String key, Tint tint) {
        return new Stage(context.text(key), context.text(key + ".hint"), tint, Optional.empty());
    }

    private Stage timed(String key, Duration left) {
        return InstructionStages.timed(context, key, left);
    }
}
