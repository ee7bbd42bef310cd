package org.keyhopper.rehearsal.fido;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Account;
import org.keyhopper.api.directory.EnrolmentOptions.Attestation;
import org.keyhopper.api.directory.EnrolmentOptions.Extensions;
import org.keyhopper.api.directory.EnrolmentOptions.RelyingParty;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.fido.CredentialRequest;
import org.keyhopper.fido.CredentialRequest.EnterpriseAttestation;
import org.keyhopper.fido.DeviceException;

/** An authenticator opened over a software device, with common requests. */
final class AuthenticatorRig {

    static final String RP = "login.example.org";
    static final byte[] HANDLE = {1, 2, 3, 4};

    final SoftwareChannel channel;
    final Authenticator authenticator;

    private AuthenticatorRig(SoftwareChannel channel) throws DeviceException {
        this.channel = channel;
        authenticator = Authenticators.factory().open(channel);
        channel.commands.clear();
        channel.outsideHolds.clear();
    }

    static AuthenticatorRig of(String traits) throws DeviceException {
        return new AuthenticatorRig(new SoftwareChannel(traits));
    }

    /** Opens the same device a second time, as another program does. */
    static AuthenticatorRig over(SoftwareChannel channel) throws DeviceException {
        return new AuthenticatorRig(channel);
    }

    static Secret pin() {
        return Secret.of("123456");
    }

    static ExchangeControl control() {
        return ExchangeControl.within(Deadline.inSeconds(20));
    }

    NewCredential make(CredentialId... exclude) throws DeviceException {
        return make(options(List.of(exclude), Extensions.NONE));
    }

    NewCredential make(EnrolmentOptions options) throws DeviceException {
        return authenticator
                .credentials()
                .makeCredential(new CredentialRequest(options, EnterpriseAttestation.NOT_WANTED), pin(), control());
    }

    static EnrolmentOptions options() {
        return options(List.of(), Extensions.NONE);
    }

    static EnrolmentOptions options(List<CredentialId> exclude, Extensions extensions) {
        return new EnrolmentOptions(
                "",
                new RelyingParty(RP, "Example", "https://" + RP),
                new Account(HANDLE, "anna@example.org", "Anna Ärmel"),
                "AAECAwQFBgcICQoLDA0ODw",
                List.of(-7, -257),
                exclude,
                extensions,
                Attestation.DIRECT,
                Instant.MAX);
    }

    static Extensions credProtect(int level, boolean enforced) {
        return new Extensions(true, OptionalInt.of(level), enforced);
    }

    /** Returns credential ids of another person, in a typical length. */
    static List<CredentialId> foreignIds(int count) {
        Random random = new Random(7);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    byte[] id = new byte[64];
                    random.nextBytes(id);
                    return CredentialId.of(id);
                })
                .toList();
    }
}
