package org.keyhopper.ui.fakes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.core.device.DeviceFacts;

/** A device with a PIN, retries and credentials, which can be inserted repeatedly. */
public final class FakeDevice {

    private static final int SLOTS = 25;
    private static int arrivals;

    public final List<StoredCredential> credentials = new ArrayList<>();
    public Optional<Problem> obstacle = Optional.empty();
    public String pin;
    public int tries = 8;
    public boolean manages = true;
    public boolean changeForced;
    public int winked;
    private final String model;
    private LinkDescription link;

    private FakeDevice(DeviceKind kind, String model, String product, String slot, String serial, String pin) {
        this.model = model;
        this.pin = pin;
        link = new LinkDescription(
                new LinkId("fake", slot, ++arrivals),
                kind,
                product,
                Optional.of(serial).filter(text -> !text.isEmpty()),
                "");
    }

    /** Returns a card; an empty PIN means that none is set. */
    public static FakeDevice card(String serial, String pin) {
        String slot = "HID Global OMNIKEY 3x21 Smart Card Reader [OMNIKEY 3x21] 00 00";
        return new FakeDevice(DeviceKind.CONTACT_CARD, "Crescendo C2300", slot, slot, serial, pin);
    }

    /** Returns a card in the reader with default properties. */
    public static FakeDevice cardIn(String slot) {
        return new FakeDevice(DeviceKind.CONTACT_CARD, slot, slot, slot, "", "");
    }

    public static FakeDevice key(String serial, String pin) {
        return new FakeDevice(DeviceKind.USB_KEY, "YubiKey 5 NFC", "YubiKey OTP+FIDO", "/dev/hidraw3", serial, pin);
    }

    public FakeDevice with(int id, String rpId, String userName, String displayName) {
        credentials.add(new StoredCredential(CredentialId.of(new byte[] {(byte) id}), rpId, userName, displayName));
        return this;
    }

    public LinkDescription link() {
        return link;
    }

    /** Inserts the device again, with a new link. */
    void reinsert() {
        LinkId id = link.id();
        link = new LinkDescription(
                new LinkId(id.transport(), id.slot(), ++arrivals), link.kind(), link.product(), link.serial(), "");
    }

    int free() {
        return SLOTS - credentials.size();
    }

    DeviceFacts facts() {
        return new DeviceFacts(
                link, model, obstacle.isPresent() ? Optional.empty() : Optional.of(info()), obstacle, Optional.empty());
    }

    private AuthenticatorInfo info() {
        AuthenticatorInfo sample = DeviceSamples.info(!pin.isEmpty(), free());
        return new AuthenticatorInfo(
                Set.of("FIDO_2_0", "FIDO_2_1", "U2F_V2"),
                sample.extensions(),
                sample.aaguid(),
                Map.of("rk", true, "clientPin", !pin.isEmpty(), "credMgmt", manages),
                sample.transports(),
                sample.algorithms(),
                sample.limits(),
                new AuthenticatorInfo.PinRules(List.of(2), 4, 63, changeForced),
                sample.reset(),
                OptionalInt.empty());
    }
}
