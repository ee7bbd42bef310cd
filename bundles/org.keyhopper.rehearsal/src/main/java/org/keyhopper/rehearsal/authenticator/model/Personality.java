package org.keyhopper.rehearsal.authenticator.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The properties and deviations of one simulated authenticator. Immutable.
 *
 * @param name the text from which {@link Personalities#parse} recreates this personality
 * @param identity model
 * @param abilities capabilities
 * @param credentials properties of its credentials
 * @param presence user presence
 * @param manners behaviour at the card level
 * @param delivery factory condition
 */
public record Personality(
        String name,
        Identity identity,
        Abilities abilities,
        CredentialRules credentials,
        PresenceRules presence,
        CardBehaviour manners,
        FactoryState delivery) {

    /** The default model of simulated devices. */
    public static final UUID REHEARSAL_AAGUID = UUID.fromString("6b657968-6f70-7065-7200-000000000001");

    /** A CTAP 2.1 card without deviations: packed attestation with certificate, 25 slots, both PIN protocols. */
    public static Personality plain() {
        return new Personality(
                "plain",
                new Identity(REHEARSAL_AAGUID, 0x010000, "3B8A80014B6579686F70706572206C"),
                new Abilities(
                        SpecificationLevel.FIDO_2_1,
                        Set.of("credProtect", "hmac-secret", "minPinLength"),
                        List.of(2, 1),
                        Set.of(Abilities.Function.RESIDENT_KEYS, Abilities.Function.UV_FREE_CREATION)),
                new CredentialRules(AttestationKind.CERTIFICATE, 48, 25, 8),
                new PresenceRules(0, 0x3B, Optional.empty(), Optional.empty()),
                CardBehaviour.plain(),
                FactoryState.blank());
    }

    /** Returns a copy with another name. */
    public Personality named(String other) {
        return new Personality(other, identity, abilities, credentials, presence, manners, delivery);
    }

    /** Returns a copy with another model. */
    public Personality withIdentity(UnaryOperator<Identity> change) {
        return new Personality(name, change.apply(identity), abilities, credentials, presence, manners, delivery);
    }

    /** Returns a copy with other capabilities. */
    public Personality withAbilities(UnaryOperator<Abilities> change) {
        return new Personality(name, identity, change.apply(abilities), credentials, presence, manners, delivery);
    }

    /** Returns a copy with other credential properties. */
    public Personality withCredentials(UnaryOperator<CredentialRules> change) {
        return new Personality(name, identity, abilities, change.apply(credentials), presence, manners, delivery);
    }

    /** Returns a copy with other user presence rules. */
    public Personality withPresence(UnaryOperator<PresenceRules> change) {
        return new Personality(name, identity, abilities, credentials, change.apply(presence), manners, delivery);
    }

    /** Returns a copy with another card behaviour. */
    public Personality withManners(UnaryOperator<CardBehaviour> change) {
        return new Personality(name, identity, abilities, credentials, presence, change.apply(manners), delivery);
    }

    /** Returns a copy with another factory condition. */
    public Personality withDelivery(UnaryOperator<FactoryState> change) {
        return new Personality(name, identity, abilities, credentials, presence, manners, change.apply(delivery));
    }

    /** Returns whether permissions, credential management and configuration are supported. */
    public boolean supportsCtap21() {
        return abilities.level() == SpecificationLevel.FIDO_2_1;
    }
}
