package org.keyhopper.ui.fakes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;

/** Sample devices and entries of the inventory. */
public final class DeviceSamples {

    static final UUID CRESCENDO = UUID.fromString("aeb6569c-f8fb-4950-ac60-24ca2bbe2e52");

    private DeviceSamples() {}

    public static DeviceFacts card() {
        return new DeviceFacts(
                cardLink(), "Crescendo C2300", Optional.of(info(false, 25)), Optional.empty(), Optional.empty());
    }

    public static DeviceFacts key() {
        LinkDescription link = new LinkDescription(
                new LinkId("hid", "/dev/hidraw3", 4),
                DeviceKind.USB_KEY,
                "YubiKey OTP+FIDO+CCID",
                Optional.empty(),
                "1050:0407");
        return new DeviceFacts(link, "YubiKey 5 NFC", Optional.of(info(false, 99)), Optional.empty(), Optional.empty());
    }

    public static DeviceFacts usedCard(boolean known) {
        Optional<InventoryEntry> entry = known ? Optional.of(entry("Jon Iversen")) : Optional.empty();
        return new DeviceFacts(cardLink(), "Crescendo C2300", Optional.of(info(true, 24)), Optional.empty(), entry);
    }

    public static DeviceFacts muteCard() {
        return new DeviceFacts(
                cardLink(),
                "HID Global OMNIKEY 3x21 Smart Card Reader",
                Optional.empty(),
                Optional.of(Problem.of(DeviceProblem.CARD_MUTE)),
                Optional.empty());
    }

    static LinkDescription cardLink() {
        return new LinkDescription(
                new LinkId("pcsc", "HID Global OMNIKEY 3x21 Smart Card Reader [OMNIKEY 3x21] 00 00", 7),
                DeviceKind.CONTACT_CARD,
                "OMNIKEY 3121",
                Optional.of("0A3F 22D1"),
                "3BDF96");
    }

    private static InventoryEntry entry(String holder) {
        return new InventoryEntry(
                CredentialId.of(new byte[] {9}),
                "login.microsoft.com",
                CRESCENDO,
                "Crescendo C2300",
                Optional.of("0A3F 22D1"),
                "contoso",
                "id-9",
                holder,
                "p9",
                new RecipientId(new RequestId("R0"), 1),
                InventoryEntry.State.IN_USE,
                Instant.parse("2026-03-02T10:00:00Z"));
    }

    /** Returns an entry for the passkey with this single byte as its credential id. */
    public static InventoryEntry given(int credential, String holder, String serial) {
        InventoryEntry sample = entry(holder);
        return new InventoryEntry(
                CredentialId.of(new byte[] {(byte) credential}),
                sample.rpId(),
                sample.aaguid(),
                sample.model(),
                Optional.of(serial).filter(text -> !text.isEmpty()),
                sample.directory(),
                sample.userId(),
                holder,
                sample.passkeyId(),
                sample.recipient(),
                sample.state(),
                sample.since());
    }

    static InventoryEntry called(String holder, InventoryEntry old) {
        return new InventoryEntry(
                old.credential(),
                old.rpId(),
                old.aaguid(),
                old.model(),
                old.serial(),
                old.directory(),
                old.userId(),
                holder,
                old.passkeyId(),
                old.recipient(),
                old.state(),
                old.since(),
                Optional.of(old.holder()));
    }

    static InventoryEntry with(InventoryEntry old, InventoryEntry.State state) {
        return new InventoryEntry(
                old.credential(),
                old.rpId(),
                old.aaguid(),
                old.model(),
                old.serial(),
                old.directory(),
                old.userId(),
                old.holder(),
                old.passkeyId(),
                old.recipient(),
                state,
                Samples.NOW,
                old.formerHolder());
    }

    public static AuthenticatorInfo info(boolean pin, int slots) {
        return new AuthenticatorInfo(
                Set.of("FIDO_2_0", "FIDO_2_1"),
                Set.of("credProtect"),
                CRESCENDO,
                Map.of("rk", true, "clientPin", pin),
                List.of("usb"),
                List.of(-7),
                new AuthenticatorInfo.Limits(2048, 8, OptionalInt.of(96), OptionalInt.of(slots), 1),
                new AuthenticatorInfo.PinRules(List.of(2, 1), 4, 63, false),
                new AuthenticatorInfo.ResetRules(false, List.of()),
                OptionalInt.empty());
    }
}
