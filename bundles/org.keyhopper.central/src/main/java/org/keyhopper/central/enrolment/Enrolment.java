package org.keyhopper.central.enrolment;

import java.util.Objects;
import java.util.Optional;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.core.request.RecipientId;

/**
 * The enrolment of one recipient under one claim, as it is stored. Each state is written before the call to the
 * directory that follows it, so that a restarted server knows what may have been done.
 *
 * @param claim the fencing number of the claim, which identifies the enrolment
 * @param recipient whom it is about; chosen by Central, never by the station
 * @param directory the name of the configured directory
 * @param station the id of the station that holds the claim
 * @param begun what was begun, from BEGINNING on
 * @param made what the device made, from REGISTERING on
 * @param passkeyId the directory's handle, from REGISTERED on
 */
public record Enrolment(
        long claim,
        RecipientId recipient,
        String directory,
        String station,
        State state,
        Optional<Begun> begun,
        Optional<Made> made,
        Optional<String> passkeyId) {

    /** How far it is. */
    public enum State {
        /** The recipient is claimed, nothing is begun. */
        CLAIMED,
        /** The directory is being asked for options; a pending enrolment may exist there. */
        BEGINNING,
        /** Options and challenge were issued; the device may hold a credential. */
        BEGUN,
        /** The registration was verified and is being sent; the directory may have it. */
        REGISTERING,
        /** The directory has the passkey. */
        REGISTERED,
        /** A passkey that an earlier enrolment registered is to be proved; a release leaves it where it is. */
        PROVING,
        /** Central verified the proof; the recipient is PROVISIONED. */
        PROVED,
        /** The station gave the claim back. */
        RELEASED
    }

    /**
     * What was begun.
     *
     * @param device as reported
     * @param user the account at the directory, once it was looked up
     * @param options of the directory, once fetched
     * @param challenge Central's own, base64url without padding, for the proof
     */
    public record Begun(
            DeviceReport device, Optional<DirectoryUser> user, Optional<EnrolmentOptions> options, String challenge) {
        public Begun {
            Objects.requireNonNull(device);
            Objects.requireNonNull(challenge);
        }
    }

    /**
     * What the device made.
     *
     * @param credential verified by Central
     * @param name of the passkey in the person's list
     */
    public record Made(NewCredential credential, String name) {

        /** Returns whether it is the same registration, byte for byte. */
        public boolean isSame(NewCredential other) {
            return credential.equals(other)
                    && java.util.Arrays.equals(credential.attestationObject(), other.attestationObject())
                    && java.util.Arrays.equals(credential.clientDataJson(), other.clientDataJson());
        }
    }

    public Enrolment {
        Objects.requireNonNull(recipient);
        Objects.requireNonNull(directory);
        Objects.requireNonNull(station);
        Objects.requireNonNull(state);
    }

    /** Returns a new one. */
    public static Enrolment claimed(long claim, RecipientId recipient, String directory, String station) {
        return new Enrolment(
                claim,
                recipient,
                directory,
                station,
                State.CLAIMED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Enrolment in(State next) {
        return new Enrolment(claim, recipient, directory, station, next, begun, made, passkeyId);
    }

    public Enrolment beginning(DeviceReport device, String challenge) {
        Begun fresh = new Begun(device, Optional.empty(), Optional.empty(), challenge);
        return new Enrolment(
                claim, recipient, directory, station, State.BEGINNING, Optional.of(fresh), made, passkeyId);
    }

    public Enrolment begun(DirectoryUser user, EnrolmentOptions options) {
        Begun before = begun.orElseThrow();
        Begun now = new Begun(before.device(), Optional.of(user), Optional.of(options), before.challenge());
        return new Enrolment(claim, recipient, directory, station, State.BEGUN, Optional.of(now), made, passkeyId);
    }

    public Enrolment registering(NewCredential credential, String name) {
        Optional<Made> now = Optional.of(new Made(credential, name));
        return new Enrolment(claim, recipient, directory, station, State.REGISTERING, begun, now, passkeyId);
    }

    public Enrolment registered(String passkey) {
        return new Enrolment(claim, recipient, directory, station, State.REGISTERED, begun, made, Optional.of(passkey));
    }

    /** Returns an enrolment in which the same passkey is proved with another challenge. */
    public Enrolment proving(String passkey, String challenge) {
        Begun before = begun.orElseThrow();
        Begun now = new Begun(before.device(), before.user(), before.options(), challenge);
        return new Enrolment(
                claim, recipient, directory, station, State.PROVING, Optional.of(now), made, Optional.of(passkey));
    }

    /** Returns the same enrolment under another claim. */
    public Enrolment under(long number, String holder) {
        return new Enrolment(number, recipient, directory, holder, state, begun, made, passkeyId);
    }

    /** Returns the options; only once they were fetched. */
    public EnrolmentOptions options() {
        return begun.flatMap(Begun::options).orElseThrow();
    }

    /** Returns the account; only once it was looked up. */
    public DirectoryUser user() {
        return begun.flatMap(Begun::user).orElseThrow();
    }
}
