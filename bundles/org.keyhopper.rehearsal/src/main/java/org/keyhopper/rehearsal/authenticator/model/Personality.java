package org.keyhopper.rehearsal.authenticator.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Everything in which one simulated authenticator differs from another. Immutable.
 *
 * @param name the text from which {@link Personalities#parse} makes this personality again
 * @param identity make and model
 * @param abilities what it can do
 * @param credentials how credentials are made and kept
 * @param presence when a person counts as present
 * @param manners behaviour on the card level
 * @param delivery condition when new
 */
public record Personality(
        String name,
        Identity identity,
        Abilities abilities,
        CredentialRules credentials,
        PresenceRules presence,
        CardManners manners,
        Delivery delivery) {

    /** The model of every simulated device that is not told to be another. */
    public static final UUID REHEARSAL_AAGUID = UUID.fromString("6b657968-6f70-7065-7200-000000000001");

    /** A well behaved CTAP 2.1 card: packed attestation with certificate, 25 slots, both PIN protocols. */
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
                CardManners.plain(),
                Delivery.blank());
    }

    /** The same under another name. */
    public Personality named(String other) {
        return new Personality(other, identity, abilities, credentials, presence, manners, delivery);
    }

    /** The same with another make. */
    public Personality withIdentity(UnaryOperator<Identity> change) {
        return new Personality(name, change.apply(identity), abilities, credentials, presence, manners, delivery);
    }

    /** The same with other abilities. */
    public Personality withAbilities(UnaryOperator<Abilities> change) {
        return new Personality(name, identity, change.apply(abilities), credentials, presence, manners, delivery);
    }

    /** The same with other credential rules. */
    public Personality withCredentials(UnaryOperator<CredentialRules> change) {
        return new Personality(name, identity, abilities, change.apply(credentials), presence, manners, delivery);
    }

    /** The same with other presence rules. */
    public Personality withPresence(UnaryOperator<PresenceRules> change) {
        return new Personality(name, identity, abilities, credentials, change.apply(presence), manners, delivery);
    }

    /** The same with other card manners. */
    public Personality withManners(UnaryOperator<CardManners> change) {
        return new Personality(name, identity, abilities, credentials, presence, change.apply(manners), delivery);
    }

    /** The same in another condition when new. */
    public Personality withDelivery(UnaryOperator<Delivery> change) {
        return new Personality(name, identity, abilities, credentials, presence, manners, change.apply(delivery));
    }

    /** Whether permissions, credential management and configuration exist. */
    public boolean speaksTwoOne() {
        return abilities.level() == SpecificationLevel.FIDO_2_1;
    }
}
