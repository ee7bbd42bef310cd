package org.keyhopper.rehearsal.authenticator.model;

import java.util.List;
import java.util.Set;

/**
 * What a device can do.
 *
 * @param level specification level
 * @param extensions extension names listed in getInfo
 * @param pinProtocols PIN/UV auth protocols in order of preference
 * @param enterpriseAttestation whether option {@code ep} exists
 * @param uvFreeNonResident whether a non-discoverable credential can be made without PIN (makeCredUvNotRqd)
 */
public record Abilities(
        SpecificationLevel level,
        Set<String> extensions,
        List<Integer> pinProtocols,
        boolean enterpriseAttestation,
        boolean uvFreeNonResident) {

    public Abilities {
        extensions = Set.copyOf(extensions);
        pinProtocols = List.copyOf(pinProtocols);
    }

    Abilities atLevel(SpecificationLevel other) {
        return new Abilities(other, extensions, pinProtocols, enterpriseAttestation, uvFreeNonResident);
    }

    Abilities withExtensions(Set<String> others) {
        return new Abilities(level, others, pinProtocols, enterpriseAttestation, uvFreeNonResident);
    }

    Abilities withPinProtocols(List<Integer> others) {
        return new Abilities(level, extensions, others, enterpriseAttestation, uvFreeNonResident);
    }

    Abilities withEnterpriseAttestation() {
        return new Abilities(level, extensions, pinProtocols, true, uvFreeNonResident);
    }

    Abilities withUvAlwaysForCreation() {
        return new Abilities(level, extensions, pinProtocols, enterpriseAttestation, false);
    }
}
