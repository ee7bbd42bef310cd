package org.keyhopper.transport.pcsc.internal;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.api.transport.DeviceLink;
import org.keyhopper.api.transport.ExchangeControl;
import org.keyhopper.api.transport.FidoChannel;
import org.keyhopper.api.transport.TransportProvider;
import org.keyhopper.fido.Authenticator;
import org.keyhopper.fido.AuthenticatorFactory;
import org.keyhopper.fido.Authenticators;
import org.keyhopper.fido.CredentialRequest;
import org.keyhopper.fido.CredentialRequest.EnterpriseAttestation;

/**
 * Keyhopper's side of the benchmark: for each line on standard input does one round with the card in the reader named
 * on the command line, prints a line for each step and one that says {@code end}, and erases the card again.
 */
public final class Benchmark {

    private static final String RP = "login.example.org";
    private static final byte[] HASH = new byte[32];

    private final Meter meter = new Meter();
    private final TransportProvider transport = new PcscTransport(card -> new CountedCard(card, meter));
    private final AuthenticatorFactory authenticators = Authenticators.factory();
    private final CompletableFuture<DeviceLink> found = new CompletableFuture<>();
    private final CredentialRequest request = new CredentialRequest(options(), EnterpriseAttestation.NOT_WANTED);

    public static void main(String[] arguments) throws Exception {
        Benchmark benchmark = new Benchmark();
        try (var watch = benchmark.transport.watch(
                        state -> state.links().stream()
                                .filter(link -> link.description().id().slot().equals(arguments[0]))
                                .forEach(benchmark.found::complete));
                var rounds = new BufferedReader(new InputStreamReader(System.in))) {
            DeviceLink link = benchmark.found.get(10, TimeUnit.SECONDS);
            System.out.println("end");
            while (rounds.readLine() != null) {
                benchmark.round(link);
                System.out.println("end");
            }
        }
    }

    private void round(DeviceLink link) throws Exception {
        try (Secret pin = Secret.of("123456");
                Opened card = meter.step("open", () -> open(link))) {
            Authenticator device = card.authenticator();
            meter.step("set-pin", () -> {
                device.pin().set(pin);
                return null;
            });
            NewCredential made =
                    meter.step("make", () -> device.credentials().makeCredential(request, pin, control()));
            meter.step("assert", () -> device.credentials().getAssertion(RP, made.id(), HASH, pin));
        }
        roundWithAnother(link);
    }

    /** Makes a credential with a device opened anew, of which nothing is known but its PIN; and erases the device. */
    private void roundWithAnother(DeviceLink link) throws Exception {
        try (Secret pin = Secret.of("123456");
                Opened card = meter.step("reopen", () -> open(link))) {
            meter.step(
                    "make-anew", () -> card.authenticator().credentials().makeCredential(request, pin, control()));
            meter.step("reset", () -> {
                card.authenticator().reset(control());
                return null;
            });
        }
    }

    private Opened open(DeviceLink link) throws Exception {
        FidoChannel channel = link.open(Deadline.inSeconds(10));
        return new Opened(channel, authenticators.open(channel));
    }

    private static ExchangeControl control() {
        return ExchangeControl.within(Deadline.inSeconds(20));
    }

    private static EnrolmentOptions options() {
        return new EnrolmentOptions(
                "",
                new EnrolmentOptions.RelyingParty(RP, "Example", "https://" + RP),
                new EnrolmentOptions.Account(new byte[] {1, 2, 3, 4}, "anna@example.org", "Anna Example"),
                "AAECAwQFBgcICQoLDA0ODw",
                List.of(-7, -257),
                excluded(),
                EnrolmentOptions.Extensions.NONE,
                EnrolmentOptions.Attestation.DIRECT,
                Instant.MAX);
    }

    /** Eight credential ids of 64 bytes that are on no card. */
    private static List<CredentialId> excluded() {
        Random random = new Random(7);
        return IntStream.range(0, 8)
                .mapToObj(i -> {
                    byte[] id = new byte[64];
                    random.nextBytes(id);
                    return CredentialId.of(id);
                })
                .toList();
    }

    private record Opened(FidoChannel channel, Authenticator authenticator) implements AutoCloseable {
        @Override
        public void close() {
            channel.close();
        }
    }
}
