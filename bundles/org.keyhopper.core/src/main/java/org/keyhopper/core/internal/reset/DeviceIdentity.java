package org.keyhopper.core.internal.reset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.OpenDevice;
import org.keyhopper.core.internal.device.Identification;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.fido.DeviceException;

/**
 * The identity of a device across a reinsertion: its serial number, and credentials that it confirmed to hold, which
 * needs neither PIN nor touch (authenticatorGetAssertion with up=false, CTAP 2.2 section 6.2). Everything else, such as
 * authenticatorGetInfo, is the same on another device of the model: it can tell devices apart, but never prove one.
 */
final class DeviceIdentity {

    /** How many credentials of the inventory a device is asked for before it is removed. */
    private static final int CANDIDATES = 512;

    private static final int PART = 32;

    /** How long a reinserted device is asked, out of its window for the reset. */
    private static final Duration ASKING = Duration.ofSeconds(3);

    private final LinkDescription link;
    private final AuthenticatorInfo info;
    private final String model;

    /** Credentials of other devices, as far as is known. */
    private final List<Credential> foreign;

    private final List<Credential> own;

    /** What an inserted device turned out to be. */
    enum Verdict {
        /** It is the removed one. */
        PROVED,
        /** Nothing tells it from the removed one, and nothing proves it. */
        POSSIBLE,
        DIFFERENT
    }

    private DeviceIdentity(
            LinkDescription link,
            AuthenticatorInfo info,
            String model,
            List<Credential> own,
            List<Credential> foreign) {
        this.link = link;
        this.info = info;
        this.model = model;
        this.own = own;
        this.foreign = foreign;
    }

    /**
     * Reads the identity before the device is removed, on its worker.
     *
     * @param listed credentials that the device listed with its PIN
     */
    static DeviceIdentity of(OpenDevice device, Identification identification, List<StoredCredential> listed)
            throws DeviceException {
        AuthenticatorInfo info = device.authenticator().readInfo();
        Set<Credential> candidates = new LinkedHashSet<>();
        listed.forEach(stored -> candidates.add(new Credential(stored.rpId(), stored.id())));
        if (info.isPinSet()) {
            identification.candidates(info.aaguid()).stream()
                    .limit(CANDIDATES)
                    .forEach(entry -> candidates.add(Credential.of(entry)));
        }
        List<Credential> own = heldBy(device, List.copyOf(candidates), Deadline.in(Duration.ofMinutes(1)));
        candidates.removeAll(own);
        String model = identification.modelOf(device.link(), info);
        return new DeviceIdentity(device.link(), info, model, own, List.copyOf(candidates));
    }

    LinkDescription link() {
        return link;
    }

    String model() {
        return model;
    }

    /** Returns whether the device can be proved when it is reinserted; otherwise only the operator can tell. */
    boolean canBeProved() {
        return link.serial().isPresent() || !own.isEmpty();
    }

    /** Compares what is known before a device is opened; a device that differs here is not opened. */
    boolean mayBe(LinkDescription other) {
        return link.serial().isPresent() && other.serial().isPresent()
                ? link.serial().equals(other.serial())
                : link.fingerprint().equals(other.fingerprint());
    }

    /** Compares a device that {@link #mayBe} it, on that device's worker. */
    Verdict compare(OpenDevice other) throws DeviceException {
        AuthenticatorInfo seen = other.authenticator().info();
        if (!seen.aaguid().equals(info.aaguid())) {
            return Verdict.DIFFERENT;
        }
        if (!own.isEmpty()) {
            return heldBy(other, own, Deadline.in(ASKING)).isEmpty() ? Verdict.DIFFERENT : Verdict.PROVED;
        }
        if (seen.isPinSet() && !heldBy(other, foreign, Deadline.in(ASKING)).isEmpty()) {
            return Verdict.DIFFERENT;
        }
        if (link.serial().isPresent()) {
            return link.serial().equals(other.link().serial()) ? Verdict.PROVED : Verdict.DIFFERENT;
        }
        return seen.equals(info) ? Verdict.POSSIBLE : Verdict.DIFFERENT;
    }

    /** Returns one credential that the device confirms for each relying party, asking until the deadline. */
    private static List<Credential> heldBy(OpenDevice device, List<Credential> candidates, Deadline deadline)
            throws DeviceException {
        Map<String, Credential> held = new LinkedHashMap<>();
        for (List<Credential> some : inParts(candidates)) {
            String rpId = some.getFirst().rpId();
            if (held.containsKey(rpId) || deadline.hasPassed()) {
                continue;
            }
            device.authenticator()
                    .credentials()
                    .findSilently(rpId, some.stream().map(Credential::id).toList())
                    .ifPresent(id -> held.put(rpId, new Credential(rpId, id)));
        }
        return List.copyOf(held.values());
    }

    /** Splits them into parts of one relying party each, small enough to check the deadline in between. */
    private static List<List<Credential>> inParts(List<Credential> candidates) {
        List<List<Credential>> parts = new ArrayList<>();
        candidates.stream()
                .collect(Collectors.groupingBy(Credential::rpId, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(all -> {
                    for (int from = 0; from < all.size(); from += PART) {
                        parts.add(all.subList(from, Math.min(from + PART, all.size())));
                    }
                });
        return parts;
    }

    /** A credential and its relying party. */
    private record Credential(String rpId, CredentialId id) {
        static Credential of(InventoryEntry entry) {
            return new Credential(entry.rpId(), entry.credential());
        }
    }
}
