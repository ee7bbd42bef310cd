package org.keyhopper.transport.hid;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.EnrolmentOptions.Account;
import org.keyhopper.api.directory.EnrolmentOptions.Attestation;
import org.keyhopper.api.directory.EnrolmentOptions.Extensions;
import org.keyhopper.api.directory.EnrolmentOptions.RelyingParty;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.TransportState;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.fido.CredentialRequest;
import org.keyhopper.fido.CredentialRequest.EnterpriseAttestation;
import org.keyhopper.transport.hid.internal.HidTransport;

/**
 * Keyhopper's side of the benchmark with keys: for each serial number on standard input waits for that key, does what a
 * ceremony does with it, and prints the nanoseconds of each step on one line. The USB ports are watched all the time, as
 * in the product.
 */
public final class KeyBenchmark {

    private static final String RP = "login.example";
    private static final byte[] HASH = new byte[32];

    private final BlockingQueue<TransportState> states = new LinkedBlockingQueue<>();

    public static void main(String[] arguments) throws Exception {
        KeyBenchmark benchmark = new KeyBenchmark();
        try (var watch = new HidTransport().watch(benchmark.states::add);
                var rounds = new BufferedReader(new InputStreamReader(System.in))) {
            System.out.println("ready");
            for (String serial = rounds.readLine(); serial != null; serial = rounds.readLine()) {
                System.out.println(benchmark.round(benchmark.await(serial)));
            }
        }
    }

    private DeviceLink await(String serial) throws InterruptedException {
        while (true) {
            Optional<DeviceLink> link = states.take().links().stream()
                    .filter(each -> each.description().serial().equals(Optional.of(serial)))
                    .findFirst();
            if (link.isPresent()) {
                return link.get();
            }
        }
    }

    private static String round(DeviceLink link) throws Exception {
        try (Secret pin = Secret.of("73529416")) {
            long begun = System.nanoTime();
            FidoChannel channel = link.open(Deadline.inSeconds(10));
            Authenticator device = Authenticators.factory().open(channel);
            long opened = System.nanoTime();
            device.pin().set(pin);
            long set = System.nanoTime();
            NewCredential made = device.credentials()
                    .makeCredential(
                            new CredentialRequest(options(), EnterpriseAttestation.NOT_WANTED),
                            pin,
                            ExchangeControl.within(Deadline.inSeconds(20)));
            long created = System.nanoTime();
            device.credentials().getAssertion(RP, made.id(), HASH, pin);
            long signed = System.nanoTime();
            channel.close();
            return (opened - begun) + "\t" + (set - opened) + "\t" + (created - set) + "\t" + (signed - created);
        }
    }

    private static EnrolmentOptions options() {
        return new EnrolmentOptions(
                "",
                new RelyingParty(RP, "Example", "https://" + RP),
                new Account(new byte[] {1, 2, 3, 4}, "anna@example.org", "Anna Example"),
                "AAECAwQFBgcICQoLDA0ODw",
                List.of(-7),
                List.of(),
                Extensions.NONE,
                Attestation.DIRECT,
                Instant.MAX);
    }
}
