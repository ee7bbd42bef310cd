package org.keyhopper.letters;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.documents.LetterTemplate;
import org.keyhopper.documents.PinLetter;
import org.keyhopper.documents.PinLetters;
import org.keyhopper.escrow.EscrowKey;
import org.keyhopper.escrow.NewEscrowKey;
import org.keyhopper.escrow.PinSealer;

/** Seals PINs, then opens each and writes its letter, and prints time and memory. Arguments: pages, folder. */
public final class LetterBench {

    private LetterBench() {}

    public static void main(String[] arguments) throws Exception {
        int pages = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        EscrowKey key = NewEscrowKey.create("bench", Instant.now(), folder.resolve("key.p12"), Secret.of("bench"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        PinSealer sealer = new PinSealer(List.of(key.certificate()), generator.generateKeyPair());
        long start = System.nanoTime();
        List<byte[]> sealed = new ArrayList<>();
        for (int i = 0; i < pages; i++) {
            sealed.add(sealer.seal(Secret.of(String.format("%08d", 10_000_000 + i * 37)), "pin:BENCH/" + i));
        }
        print("sealing", pages, start);
        start = System.nanoTime();
        for (byte[] one : sealed) {
            key.open(one).result().orElseThrow().close();
        }
        print("opening", pages, start);
        Path file = folder.resolve("letters.pdf");
        PinLetters letters = new PinLetters(
                LetterTemplate.of(Locale.GERMANY),
                PinLetters.Layout.DIN_5008_B,
                Locale.GERMANY,
                LocalDate.now(),
                Optional.empty());
        start = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(file)) {
            letters.write(new Letters(key, sealed.iterator()), Secret.of("the letters of Berlin"), out);
        }
        print("opening and letters", pages, start);
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "file %.1f MB, heap of at most %d MB, %d MB in use at the end%n",
                Files.size(file) / 1e6, runtime.maxMemory() >> 20, runtime.totalMemory() - runtime.freeMemory() >> 20);
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmHWM")) {
                System.out.println("memory of the process at most: " + line.substring(6).strip());
            }
        }
    }

    private static void print(String what, int pages, long start) {
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.out.printf("%s: %d pages in %.1f s, %.1f ms each%n", what, pages, took.toMillis() / 1e3, took.toMillis() / (double) pages);
    }

    private record Letters(EscrowKey key, Iterator<byte[]> sealed) implements Iterator<PinLetter> {

        @Override
        public boolean hasNext() {
            return sealed.hasNext();
        }

        @Override
        public PinLetter next() {
            Secret pin = key.open(sealed.next()).result().orElseThrow();
            String account = "jorg.weiss@contoso.example";
            return new PinLetter(
                    "Jörg Weiß", List.of("Jörg Weiß", "Am Weg 7", "10115 Berlin"), account, "Card", "12345678", pin, false, "BENCH-1");
        }
    }
}
