package org.keyhopper.ui.model.link;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Generates malicious links, reproducibly from a seed. */
final class HostileLinks {

    private static final String SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-";

    private static final List<String> SCHEMES = List.of(
            "keyhopper:",
            "KEYHOPPER:",
            "kEyHoPpEr:",
            "keyhopper",
            "keyhopper;",
            "keyhopper::",
            "\u212aeyhopper:",
            "keyhoppеr:",
            " keyhopper:",
            "\tkeyhopper:",
            "key%68opper:",
            "file:",
            "https:",
            "--",
            "");

    private static final List<String> PLACES = List.of(
            "//provision/",
            "//PROVISION/",
            "/provision/",
            "provision/",
            "///provision/",
            "//provision",
            "//provision//",
            "\\\\provision\\",
            "//provision/../",
            "//provision/./",
            "//user@provision/",
            "//provision:80/",
            "//delete/",
            "//provision%2F",
            "//prov\u0131sion/",
            "//helper/",
            "//provision/%2e%2e/",
            "//[::1]/",
            "//");

    private static final List<String> TAILS = List.of(
            "",
            "/",
            "?",
            "#",
            "?x=y",
            "#x",
            " --json",
            "\n--json",
            "\r\n",
            "\n",
            "\t",
            "\u0000",
            "%00",
            "%0a",
            "%20--json",
            "/../../etc/passwd",
            "\\..\\..",
            "; rm -rf ~",
            "$(touch x)",
            "`touch x`",
            "\" & calc & \"",
            "' -application x '",
            "|x",
            "&x",
            "{}",
            "<x>",
            "\u202e",
            "\u2028",
            "\u00a0",
            "\ud800",
            "@evil.example",
            "=x",
            "+",
            "~",
            ".",
            ",",
            "*",
            "\u0085",
            "\u0660",
            "\uff21",
            "\u0430",
            "\u200b",
            "\u00e4",
            "%");

    private final Random random;
    private final List<Supplier<String>> kinds =
            List.of(this::good, this::put, this::changed, this::encoded, this::noise, this::overlong);

    HostileLinks(long seed) {
        random = new Random(seed);
    }

    String next() {
        return one(kinds).get();
    }

    private String good() {
        return one(SCHEMES.subList(0, 3)) + PLACES.getFirst() + id(1 + random.nextInt(64));
    }

    /** Assembled from parts of which any may be invalid. */
    private String put() {
        return one(SCHEMES)
                + one(PLACES)
                + id(random.nextInt(8))
                + one(TAILS)
                + (random.nextBoolean() ? "" : one(TAILS));
    }

    /** A valid link with one character replaced, removed or doubled. */
    private String changed() {
        StringBuilder link = new StringBuilder(good());
        int at = random.nextInt(link.length());
        switch (random.nextInt(4)) {
            case 0 -> link.setCharAt(at, anything());
            case 1 -> link.deleteCharAt(at);
            case 2 -> link.insert(at, link.charAt(at));
            default -> link.insert(at, one(TAILS));
        }
        return link.toString();
    }

    /** A valid link with some characters percent-encoded, once or twice. */
    private String encoded() {
        StringBuilder link = new StringBuilder();
        for (char sign : good().toCharArray()) {
            String code = "%%%s%02x".formatted(random.nextInt(4) == 0 ? "25" : "", (int) sign);
            link.append(random.nextInt(10) == 0 ? code : sign);
        }
        return link.toString();
    }

    private String noise() {
        StringBuilder link = new StringBuilder(random.nextBoolean() ? "keyhopper:" : "");
        for (int rest = random.nextInt(40); rest > 0; rest--) {
            link.append(anything());
        }
        return link.toString();
    }

    private String overlong() {
        return one(SCHEMES)
                + one(PLACES)
                + id(60 + random.nextInt(20))
                + "A".repeat(random.nextInt(2) * random.nextInt(100_000));
    }

    private String id(int length) {
        StringBuilder id = new StringBuilder();
        while (id.length() < length) {
            id.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return id.toString();
    }

    private char anything() {
        return (char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
