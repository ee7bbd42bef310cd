package org.keyhopper.rehearsal.authenticator.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The capabilities of a device.
 *
 * @param level specification level
 * @param extensions extension names listed in getInfo
 * @param pinProtocols PIN/UV auth protocols in order of preference
 * @param functions optional functions
 */
public record Abilities(
        SpecificationLevel level, Set<String> extensions, List<Integer> pinProtocols, Set<Function> functions) {

    /** Optional functions. */
    public enum Function {
        /** Discoverable credentials: option {@code rk} is true. */
        RESIDENT_KEYS,
        /** A non-discoverable credential can be made without PIN (makeCredUvNotRqd). */
        UV_FREE_CREATION,
        /** Option {@code ep} exists. */
        ENTERPRISE_ATTESTATION,
        /** Options {@code uv} and {@code bioEnroll} exist. The sensor is not simulated. */
        FINGERPRINTS,
        /** A PIN needs four different characters (pinComplexityPolicy). */
        PIN_COMPLEXITY
    }

    public Abilities {
        extensions = Set.copyOf(extensions);
        pinProtocols = List.copyOf(pinProtocols);
        functions = Set.copyOf(functions);
    }

    /** Returns whether it has this function. */
    public boolean has(Function function) {
        return functions.contains(function);
    }

    Abilities atLevel(SpecificationLevel other) {
        return new Abilities(other, extensions, pinProtocols, functions);
    }

    Abilities withExtensions(Set<String> others) {
        return new Abilities(level, others, pinProtocols, functions);
    }

    Abilities withPinProtocols(List<Integer> others) {
        return new Abilities(level, extensions, others, functions);
    }

    Abilities with(Function function) {
        Set<Function> more = EnumSet.copyOf(functions);
        more.add(function);
        return new Abilities(level, extensions, pinProtocols, more);
    }

    Abilities without(Function function) {
        Set<Function> less = EnumSet.copyOf(functions);
        less.remove(function);
        return new Abilities(level, extensions, pinProtocols, less);
    }
}
