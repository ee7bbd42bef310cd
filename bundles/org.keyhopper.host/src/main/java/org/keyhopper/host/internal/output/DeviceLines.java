package org.keyhopper.host.internal.output;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.device.StoredCredential;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.DeviceDetails;
import org.keyhopper.core.device.DeviceFacts;
import org.keyhopper.core.device.HeldCredential;
import org.keyhopper.core.inventory.InventoryEntry;

/** Formats devices and their content as text. */
public final class DeviceLines {

    private DeviceLines() {}

    /** Returns one line with location, product and holder. */
    public static String line(DeviceFacts facts) {
        return facts.link().id().slot() + ": " + facts.model() + state(facts);
    }

    /** Returns a display name. */
    public static String name(DeviceFacts facts) {
        return facts.model() + facts.link().serial().map(serial -> " " + serial).orElse("");
    }

    /** Returns everything that the device reports without its PIN. */
    public static List<String> lines(DeviceDetails details) {
        LinkDescription link = details.facts().link();
        List<String> lines = new ArrayList<>();
        lines.add(name(details.facts()));
        lines.add(fact("at", link.id().slot()));
        if (link.kind() == DeviceKind.USB_KEY) {
            lines.add(fact("product", link.product()));
        }
        details.facts().info().ifPresent(info -> {
            lines.add(fact("AAGUID", info.aaguid().toString()));
            lines.add(fact(
                    "versions",
                    String.join(" ", info.versions().stream().sorted().toList())));
            lines.add(fact("PIN", pin(info, details)));
            info.pin().complexity().ifPresent(policy -> lines.add(fact("PIN rules", complexity(policy))));
            lines.add(fact("fingerprint", fingerprint(details)));
            info.limits()
                    .remainingDiscoverableCredentials()
                    .ifPresent(free -> lines.add(fact("free slots", "" + free)));
        });
        details.entries().forEach(entry -> lines.add(fact("given to", given(entry))));
        details.facts().obstacle().ifPresent(problem -> lines.add(ProblemLines.of(problem)));
        return lines;
    }

    /** Returns one line about a credential. */
    public static String line(HeldCredential held) {
        StoredCredential stored = held.stored();
        String person = stored.userDisplayName().isEmpty()
                ? stored.userName()
                : stored.userDisplayName() + " (" + stored.userName() + ")";
        String ours = held.entry().map(entry -> "; issued to " + given(entry)).orElse("");
        return stored.id().base64Url() + "  " + stored.rpId() + ": " + person + ours;
    }

    /** Returns what a reset would delete, one line each. */
    public static List<String> losses(DeviceDetails details) {
        List<String> losses = new ArrayList<>();
        details.entries().forEach(entry -> losses.add("the passkey of " + given(entry)));
        losses.add(
                details.entries().isEmpty()
                        ? "every passkey stored on it, regardless of its owner"
                        : "every other passkey stored on it");
        if (details.hasPin()) {
            losses.add("its PIN");
        }
        return losses;
    }

    private static String given(InventoryEntry entry) {
        LocalDate since = LocalDate.ofInstant(entry.since(), ZoneId.systemDefault());
        String state = entry.state() == InventoryEntry.State.IN_USE ? "" : " (" + entry.state() + ")";
        String former =
                entry.formerHolder().map(name -> " (formerly " + name + ")").orElse("");
        return entry.holder() + former + " at " + entry.directory() + " since " + since + state;
    }

    private static String pin(AuthenticatorInfo info, DeviceDetails details) {
        if (!info.isPinSet()) {
            return "not set, at least " + info.pin().minLength() + " characters";
        }
        if (details.isPinBlocked()) {
            return "blocked; a reset is required";
        }
        String forced = info.pin().forcePinChange() ? "must be changed" : "set";
        return forced
                + (details.pinRetries().isPresent()
                        ? ", " + details.pinRetries().getAsInt() + " tries left"
                        : "");
    }

    private static String complexity(AuthenticatorInfo.PinComplexity policy) {
        return "complex PINs only" + policy.url().map(url -> ", see " + url).orElse("");
    }

    private static String fingerprint(DeviceDetails details) {
        return switch (details.builtInVerification()) {
            case NONE -> "none";
            case NOT_SET_UP -> "not set up";
            case SET_UP -> "set up";
        };
    }

    private static String fact(String name, String value) {
        return String.format("  %-12s %s", name, value);
    }

    private static String state(DeviceFacts facts) {
        if (facts.obstacle().isPresent()) {
            return ". " + ProblemLines.of(facts.obstacle().get());
        }
        return facts.known()
                .map(entry -> ", provisioned for " + entry.holder())
                .orElse(facts.isProvisioned() ? ", PIN set" : ", new");
    }
}
