package org.keyhopper.core.fake;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.DeviceProblem;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.fido.DeviceException;

/** A small device: PIN with tries, credentials, settings; it can be told to fail at any act. Any thread. */
public final class FakeKey {

    public static final UUID AAGUID = new UUID(7, 7);

    private static final Set<Act> CHANGING = Set.of(
            Act.SET_PIN,
            Act.CHANGE_PIN,
            Act.RESET,
            Act.MAKE,
            Act.DELETE,
            Act.MINIMUM,
            Act.MINIMUM_RP_IDS,
            Act.FORCE_CHANGE,
            Act.ALWAYS_UV,
            Act.ENTERPRISE);
    private static int made;

    public final int number = ++made;
    public final List<Act> acts = new CopyOnWriteArrayList<>();
    public final Map<String, Boolean> options = new HashMap<>();

    /** Credential ids with their relying parties. */
    public final Map<CredentialId, String> credentials = new LinkedHashMap<>();

    /** Who talked to it since it was powered up. */
    public final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    public DeviceKind kind = DeviceKind.CONTACT_CARD;
    public UUID aaguid = AAGUID;
    public String fingerprint = "";
    public Optional<String> serial = Optional.empty();
    public Optional<Problem> obstacle = Optional.empty();
    public Problem refusal = Problem.of(DeviceProblem.CTAP_ERROR, "7F");
    public OptionalInt slots = OptionalInt.empty();
    public boolean powerCycles = true;

    /** Its reader says that the power was off, and left it on. */
    public boolean keepsPower;

    public boolean winks;

    /** Whether the relying party is on its maker's list. */
    public boolean attestsEnterprise = true;

    public List<String> resetTransports = List.of();

    /** Over what it says it can be reached. */
    public List<String> transports = List.of();

    /** How often presence can be used after each power-up. */
    public int presencePerPowerUp = Integer.MAX_VALUE;

    public int maxPinLength = 63;

    /** How many more PINs it calls too simple. */
    public int tooSimple;

    /** What it demands of a PIN beyond its length. */
    public Optional<AuthenticatorInfo.PinComplexity> complexity = Optional.empty();

    /** How many relying parties can learn its minimum PIN length, and who can. */
    public int mostRpIds;

    public List<String> minPinLengthRpIds = List.of();

    public String version = "FIDO_2_1";

    /** Whether making a credential waits for the finger. */
    public boolean waitsForTouch;

    public final FakeFinger finger = new FakeFinger();

    private final Map<Act, Trouble> troubles = new EnumMap<>(Act.class);
    private final FakePin pin = new FakePin();
    private int presence = Integer.MAX_VALUE;
    private boolean gone;

    public FakeKey() {
        options.put("rk", true);
        options.put("clientPin", false);
        options.put("credMgmt", true);
        options.put("authnrCfg", true);
        options.put("setMinPINLength", true);
        options.put("alwaysUv", false);
        options.put("ep", false);
    }

    /** A device of CTAP 2.0: no credential management, no configuration. */
    public static FakeKey old() {
        FakeKey key = new FakeKey();
        key.options.keySet().retainAll(Set.of("rk", "clientPin"));
        return key;
    }

    public static FakeKey withPin(String pin) {
        FakeKey key = new FakeKey();
        key.givePin(pin.toCharArray());
        return key;
    }

    /** A key on USB: only a person can take its power. */
    public static FakeKey usb(String serial) {
        FakeKey key = withPin("4711");
        key.kind = DeviceKind.USB_KEY;
        key.serial = Optional.of(serial).filter(text -> !text.isEmpty());
        key.powerCycles = false;
        return key;
    }

    /** A USB key in its factory state. */
    public static FakeKey newUsb(String serial) {
        FakeKey key = usb(serial);
        key.erase();
        return key;
    }

    /** The act fails, every time. */
    public synchronized FakeKey troubledBy(Act act, Trouble trouble) {
        troubles.put(act, trouble);
        return this;
    }

    /** Whatever troubled it is over; it is put back. */
    public synchronized void recover() {
        troubles.clear();
        gone = false;
    }

    public synchronized void leave() {
        gone = true;
    }

    public synchronized void powerUp() {
        gone = false;
        threads.clear();
        pin.powerUp();
        presence = presencePerPowerUp;
    }

    /** Whether it was asked to do this since it was made. */
    public synchronized boolean did(Act act) {
        return acts.contains(act);
    }

    public synchronized boolean hasPin() {
        return pin.isSet();
    }

    public synchronized int pinLength() {
        return pin.length();
    }

    public synchronized int retries() {
        return pin.retries;
    }

    public synchronized void setRetries(int left) {
        pin.retries = left;
    }

    public synchronized boolean isChangeForced() {
        return pin.changeForced;
    }

    public synchronized int minPinLength() {
        return pin.minLength;
    }

    /** Whether nothing is on it. */
    public synchronized boolean isBlank() {
        return pin.isNew() && credentials.isEmpty();
    }

    synchronized AuthenticatorInfo info() {
        return new AuthenticatorInfo(
                Set.of(version),
                Set.of(),
                aaguid,
                options,
                transports,
                List.of(-7),
                new AuthenticatorInfo.Limits(1200, 8, OptionalInt.empty(), slots, mostRpIds),
                new AuthenticatorInfo.PinRules(List.of(2), pin.minLength, maxPinLength, pin.changeForced, complexity),
                new AuthenticatorInfo.ResetRules(false, resetTransports),
                OptionalInt.empty());
    }

    /** Does something as a device would, with the trouble that was ordered. */
    synchronized <T> T act(Act act, Doing<T> doing) throws DeviceException {
        acts.add(act);
        threads.add(Thread.currentThread());
        if (gone) {
            Trouble.LOST_BEFORE.strike(refusal, CHANGING.contains(act));
        }
        Trouble trouble = troubles.get(act);
        if (trouble != null && trouble.comesBefore()) {
            strike(act, trouble);
        }
        T result = doing.now();
        if (trouble != null) {
            strike(act, trouble);
        }
        return result;
    }

    private void strike(Act act, Trouble trouble) throws DeviceException {
        gone |= trouble.isLoss();
        trouble.strike(refusal, CHANGING.contains(act));
    }

    void requirePin(char[] tried) throws DeviceException {
        pin.require(tried);
    }

    void replacePin(char[] current, char[] next) throws DeviceException {
        pin.replace(current, next);
        options.put("clientPin", true);
    }

    void usePresence() throws DeviceException {
        if (presence == 0) {
            throw refused(DeviceProblem.PRESENCE_REQUIRED);
        }
        presence--;
    }

    void givePin(char[] next) {
        pin.set(next);
        options.put("clientPin", true);
    }

    void erase() {
        pin.reset();
        options.put("clientPin", false);
        options.computeIfPresent("alwaysUv", (key, value) -> false);
        options.computeIfPresent("ep", (key, value) -> false);
        credentials.clear();
    }

    void raiseMinimum(int length) {
        pin.minLength = Math.max(pin.minLength, length);
    }

    /** The PIN must be changed before anything else. */
    public synchronized void forceChange() {
        pin.changeForced = true;
    }

    boolean cyclePower() {
        if (powerCycles && !keepsPower) {
            pin.powerUp();
            presence = presencePerPowerUp;
        }
        return powerCycles;
    }

    static DeviceException refused(DeviceProblem problem) {
        return DeviceException.refused(Problem.of(problem));
    }

    /** What an act does. */
    interface Doing<T> {
        T now() throws DeviceException;
    }
}
