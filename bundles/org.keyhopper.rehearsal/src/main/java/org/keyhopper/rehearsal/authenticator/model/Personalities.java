package org.keyhopper.rehearsal.authenticator.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.keyhopper.rehearsal.authenticator.model.Abilities.Function;

/**
 * The traits available on the command line, joined by {@code +}: {@code plain}, {@code fido-2.0+short-apdu}, {@code
 * ids=112+pin=123456+foreign=login.example}.
 */
public final class Personalities {
    private static final String T0_ATR = "3B0A4B6579686F7070657220";

    private static final Map<String, UnaryOperator<Personality>> PLAIN = new TreeMap<>();
    private static final Map<String, BiFunction<Personality, String, Personality>> VALUED = new TreeMap<>();

    static {
        PLAIN.put("plain", p -> p);
        levels();
        attestation();
        manners();
        presence();
        delivery();
        values();
    }

    private Personalities() {}

    /**
     * Returns the personality with these traits.
     *
     * @param traits names joined by {@code +}, applied from left to right to {@link Personality#plain()}
     * @throws IllegalArgumentException if a trait is unknown or its value is invalid
     */
    public static Personality parse(String traits) {
        Personality result = Personality.plain();
        for (String trait : traits.split("\\+")) {
            result = apply(result, trait.strip());
        }
        return result.named(traits);
    }

    /** Returns all trait names, those with a value ending in {@code =}. */
    public static Set<String> traits() {
        Set<String> all = new TreeSet<>(PLAIN.keySet());
        VALUED.keySet().forEach(name -> all.add(name + "="));
        return all;
    }

    private static Personality apply(Personality personality, String trait) {
        int equals = trait.indexOf('=');
        String name = equals < 0 ? trait : trait.substring(0, equals);
        if (equals < 0 && PLAIN.containsKey(name)) {
            return PLAIN.get(name).apply(personality);
        }
        if (equals >= 0 && VALUED.containsKey(name)) {
            return VALUED.get(name).apply(personality, trait.substring(equals + 1));
        }
        throw new IllegalArgumentException("unknown trait '" + name + "'; known are " + traits());
    }

    private static void levels() {
        PLAIN.put(
                "fido-2.0",
                p -> p.withAbilities(a -> a.atLevel(SpecificationLevel.FIDO_2_0)
                        .withExtensions(Set.of("hmac-secret"))
                        .withPinProtocols(List.of(1))
                        .without(Function.UV_FREE_CREATION)));
        PLAIN.put("u2f-only", p -> p.withAbilities(a -> a.atLevel(SpecificationLevel.U2F_ONLY)));
        PLAIN.put("no-applet", p -> p.withAbilities(a -> a.atLevel(SpecificationLevel.NO_APPLET)));
        PLAIN.put("no-extensions", p -> p.withAbilities(a -> a.withExtensions(Set.of())));
        PLAIN.put("pin-protocols-1-2", p -> p.withAbilities(a -> a.withPinProtocols(List.of(1, 2))));
        PLAIN.put("pin-protocols-2-1", p -> p.withAbilities(a -> a.withPinProtocols(List.of(2, 1))));
        PLAIN.put("pin-protocol-1", p -> p.withAbilities(a -> a.withPinProtocols(List.of(1))));
        PLAIN.put("enterprise", p -> p.withAbilities(a -> a.with(Function.ENTERPRISE_ATTESTATION)));
        PLAIN.put("uv-for-creation", p -> p.withAbilities(a -> a.without(Function.UV_FREE_CREATION)));
        PLAIN.put("no-rk", p -> p.withAbilities(a -> a.without(Function.RESIDENT_KEYS)));
        PLAIN.put("pin-complexity", p -> p.withAbilities(a -> a.with(Function.PIN_COMPLEXITY)));
        PLAIN.put("fingerprint-reader", p -> p.withAbilities(a -> a.with(Function.FINGERPRINTS)));
    }

    private static void attestation() {
        PLAIN.put("self", p -> p.withCredentials(c -> c.withAttestation(AttestationKind.SELF)));
        PLAIN.put("x5c", p -> p.withCredentials(c -> c.withAttestation(AttestationKind.CERTIFICATE)));
        PLAIN.put("none", p -> p.withCredentials(c -> c.withAttestation(AttestationKind.NONE)));
    }

    private static void manners() {
        PLAIN.put("short-apdu", p -> p.withManners(CardBehaviour::shortOnly));
        PLAIN.put("get-response", p -> p.withManners(m -> m.inBlocks(100)));
        PLAIN.put("t0", p -> p.withManners(m -> m.shortOnly().announcing())
                .withIdentity(i -> new Identity(i.aaguid(), i.firmware(), T0_ATR)));
        PLAIN.put("exact-le", p -> p.withManners(CardBehaviour::strictAboutLe));
        PLAIN.put("no-polling", p -> p.withManners(CardBehaviour::withoutPolling));
        PLAIN.put("reselect-after-reset", p -> p.withManners(CardBehaviour::reselecting));
    }

    private static void presence() {
        PLAIN.put("reset-window", p -> p.withPresence(r -> r.withResetWindow(Duration.ofSeconds(10))));
        PLAIN.put("one-presence", p -> p.withPresence(r -> r.withPerPowerUp(1, 0x3B)));
        PLAIN.put("one-presence-timeout", p -> p.withPresence(r -> r.withPerPowerUp(1, 0x2F)));
    }

    private static void delivery() {
        PLAIN.put("pin-blocked", p -> p.withDelivery(d -> d.withPinTries(0)));
        PLAIN.put("change-forced", p -> p.withDelivery(FactoryState::withChangeForced));
        PLAIN.put("fingerprints", p -> p.withAbilities(a -> a.with(Function.FINGERPRINTS))
                .withDelivery(FactoryState::withFingerprints));
        PLAIN.put("min-pin-6", p -> p.withDelivery(d -> d.withPinLengths(6, d.maxPinLength())));
    }

    private static void values() {
        VALUED.put("pin", (p, v) -> p.withDelivery(d -> d.withPin(v)));
        VALUED.put("pin-tries", (p, v) -> p.withDelivery(d -> d.withPinTries(number(v))));
        VALUED.put("foreign", (p, v) -> p.withDelivery(d -> d.withForeign(v)));
        VALUED.put("min-pin", (p, v) -> p.withDelivery(d -> d.withPinLengths(number(v), d.maxPinLength())));
        VALUED.put("max-pin", (p, v) -> p.withDelivery(d -> d.withPinLengths(d.minPinLength(), number(v))));
        VALUED.put("ids", (p, v) -> p.withCredentials(c -> c.withIdLength(number(v))));
        VALUED.put("slots", (p, v) -> p.withCredentials(c -> c.withSlots(number(v))));
        VALUED.put("list-limit", (p, v) -> p.withCredentials(c -> c.withListLimit(number(v))));
        VALUED.put("keep-alive", (p, v) -> p.withManners(m -> m.withKeepAlives(number(v))));
        VALUED.put("block", (p, v) -> p.withManners(m -> m.inBlocks(number(v))));
        VALUED.put("reset-window", (p, v) -> p.withPresence(r -> r.withResetWindow(Duration.ofMillis(number(v)))));
        VALUED.put("touch-after", (p, v) -> p.withPresence(r -> r.withButton(number(v), Optional.empty())));
        VALUED.put("touch-missed", (p, v) -> p.withPresence(r -> r.withButton(number(v), Optional.of(0x2F))));
        VALUED.put("touch-denied", (p, v) -> p.withPresence(r -> r.withButton(number(v), Optional.of(0x27))));
        VALUED.put("aaguid", (p, v) -> p.withIdentity(i -> new Identity(UUID.fromString(v), i.firmware(), i.atr())));
        VALUED.put("atr", (p, v) -> p.withIdentity(i -> new Identity(i.aaguid(), i.firmware(), v)));
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }
}
