package org.keyhopper.testkit.fuzz;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Calls a parser with inputs that are made from a corpus by seeded changes. An input that makes it throw what it does not
 * declare fails the test, which shows the seed and the input.
 *
 * <p>The system properties {@code fuzz.seconds} (5) and {@code fuzz.seed} (1) say for how long and with which changes. Files in
 * the folder {@code src/test/resources/fuzz/TARGET} belong to the corpus: inputs that once failed are kept there and are tried
 * first, as they are.
 */
public final class Fuzz {

    private static final System.Logger LOGGER = System.getLogger(Fuzz.class.getName());
    private static final int LONGEST = 1 << 16;
    private static final int MOST_KEPT = 2_000;
    private static final int MOST_CHANGES = 6;

    /** Numbers and marks at which parsers go wrong. */
    private static final List<byte[]> MARKS = Stream.of(
                    "",
                    "\0",
                    "\n",
                    "\r\n",
                    "\"",
                    "'",
                    ";",
                    ",",
                    "=",
                    "{",
                    "}",
                    "[",
                    "]",
                    "<",
                    ">",
                    "&",
                    "%",
                    "/",
                    "\\",
                    "../",
                    "-1",
                    "0",
                    "1e400",
                    "99999999999999999999",
                    "null",
                    "true",
                    "\uFEFF",
                    "\u202E",
                    "<!DOCTYPE a [")
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toList();

    /** What is called with an input. */
    @FunctionalInterface
    public interface Target {
        /**
         * Reads the input.
         *
         * @throws Exception a failure that the parser does not declare; declared ones are caught by the target
         */
        void read(byte[] input) throws Exception;
    }

    private final Random random;
    private final List<byte[]> corpus;

    private Fuzz(long seed, List<byte[]> corpus) {
        random = new Random(seed);
        this.corpus = new ArrayList<>(corpus);
    }

    /**
     * Calls the target until the time is over, and fails if it throws what it does not declare.
     *
     * @param name the name of the target, and of the folder with its inputs
     * @param corpus valid inputs
     */
    public static void assertIsReadOrRefused(String name, List<byte[]> corpus, Target target) {
        long seed = Long.getLong("fuzz.seed", 1);
        List<byte[]> all = new ArrayList<>(corpus);
        all.addAll(kept(name));
        all.forEach(input -> call(name, seed, input, target));
        Fuzz fuzz = new Fuzz(seed, all);
        long end = System.nanoTime() + Integer.getInteger("fuzz.seconds", 5) * 1_000_000_000L;
        long calls = 0;
        while (System.nanoTime() < end) {
            call(name, seed, fuzz.next(), target);
            calls++;
        }
        LOGGER.log(System.Logger.Level.INFO, "fuzz {0}: {1} inputs, seed {2}", name, calls, seed);
    }

    /** As {@link #assertIsReadOrRefused}, of texts. */
    public static void assertTextsAreReadOrRefused(String name, List<String> corpus, Target target) {
        assertIsReadOrRefused(
                name,
                corpus.stream()
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList(),
                target);
    }

    private static void call(String name, long seed, byte[] input, Target target) {
        try {
            target.read(input);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            fail("fuzz " + name + ", seed " + seed + ", input " + HexFormat.of().formatHex(input), e);
        }
    }

    private static List<byte[]> kept(String name) {
        Path folder = Path.of("src", "test", "resources", "fuzz", name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<byte[]> inputs = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                inputs.add(Files.readAllBytes(file));
            }
            return inputs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Some inputs are kept, so that changes add up. */
    private byte[] next() {
        byte[] input = corpus.get(random.nextInt(corpus.size()));
        for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
            input = changed(input);
        }
        if (corpus.size() < MOST_KEPT && random.nextInt(50) == 0) {
            corpus.add(input);
        }
        return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
    }

    private byte[] changed(byte[] input) {
        int at = random.nextInt(input.length + 1);
        return switch (random.nextInt(9)) {
            case 0 -> flipped(input);
            case 1 -> spliced(input, at, at, new byte[] {(byte) random.nextInt(256)});
            case 2 -> spliced(input, at, end(input, at), new byte[0]);
            case 3 -> spliced(input, at, input.length, new byte[0]);
            case 4 -> spliced(input, at, at, MARKS.get(random.nextInt(MARKS.size())));
            case 5 -> spliced(input, at, end(input, at), MARKS.get(random.nextInt(MARKS.size())));
            case 6 -> spliced(input, at, at, Arrays.copyOfRange(input, at, end(input, at)));
            case 7 -> spliced(input, at, end(input, at), part(corpus.get(random.nextInt(corpus.size()))));
            default -> replaced(input);
        };
    }

    private int end(byte[] input, int at) {
        return at + random.nextInt(Math.min(64, input.length - at) + 1);
    }

    private byte[] part(byte[] other) {
        int at = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, at, end(other, at));
    }

    private byte[] flipped(byte[] input) {
        byte[] changed = input.clone();
        if (changed.length > 0) {
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return changed;
    }

    private byte[] replaced(byte[] input) {
        byte[] changed = input.clone();
        if (changed.length > 0) {
            byte[] extremes = {0, 1, 0x7f, (byte) 0x80, (byte) 0xff, 0x20, 0x30};
            changed[random.nextInt(changed.length)] = extremes[random.nextInt(extremes.length)];
        }
        return changed;
    }

    private static byte[] spliced(byte[] input, int from, int to, byte[] inserted) {
        byte[] changed = new byte[from + inserted.length + input.length - to];
        System.arraycopy(input, 0, changed, 0, from);
        System.arraycopy(inserted, 0, changed, from, inserted.length);
        System.arraycopy(input, to, changed, from + inserted.length, input.length - to);
        return changed;
    }
}
