package org.keyhopper.api.printer;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Settings;

/**
 * The address of a printer: {@code SCHEME://LOCATION?OPTION=VALUE&…}, for example {@code
 * evolis-service://127.0.0.1:18000/Evolis Primacy 2}, {@code evolis-raw:///dev/usb/lp0}, {@code
 * matica://10.0.0.9:50730?encoders=contact}, {@code entrust://Queue name} or {@code manual://}. Blanks are allowed
 * unescaped; {@code %}, {@code ?} and {@code &} in a name are written as {@code %25}, {@code %3F} and {@code %26}.
 *
 * @param scheme in lower case; selects the driver
 * @param location the part after the two slashes, decoded; its format depends on the driver
 * @param options driver options, see {@link DriverDescription#options()}
 */
public record PrinterAddress(String scheme, String location, Settings options) {

    private static final Pattern FORM = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^?]*)(?:\\?(.*))?");

    /** A scheme followed by a name without slashes. A single letter is a drive, and digits alone are a port. */
    private static final Pattern NAMED = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):(?!\\d+$)([^/?][^?]*)(?:\\?(.*))?");

    public PrinterAddress {
        scheme = scheme.toLowerCase(Locale.ROOT);
    }

    public static PrinterAddress of(String scheme, String location) {
        return new PrinterAddress(scheme, location, new Settings(Map.of()));
    }

    /**
     * Parses an address, such as {@code evolis-raw:///dev/usb/lp0} or {@code evolis-pipe:NAME}; fails with {@link
     * PrinterProblem#BAD_ADDRESS}.
     */
    public static Answer<PrinterAddress> parse(String text) {
        Matcher placed = FORM.matcher(text.strip());
        Matcher parts = placed.matches() ? placed : NAMED.matcher(text.strip());
        if (!parts.matches()) {
            return Answer.failed(Problem.of(PrinterProblem.BAD_ADDRESS, text));
        }
        try {
            Settings options = options(parts.group(3) == null ? "" : parts.group(3));
            return Answer.done(new PrinterAddress(parts.group(1), decoded(parts.group(2)), options));
        } catch (IllegalArgumentException e) {
            return Answer.failed(Problem.of(PrinterProblem.BAD_ADDRESS, text).withDetail(e.getMessage()));
        }
    }

    /** Returns the address in the format that {@link #parse} accepts. */
    @Override
    public String toString() {
        String query = new TreeMap<>(options.values())
                .entrySet().stream()
                        .map(option -> encoded(option.getKey()) + "=" + encoded(option.getValue()))
                        .collect(Collectors.joining("&"));
        return scheme + "://" + encoded(location).replace("%3D", "=") + (query.isEmpty() ? "" : "?" + query);
    }

    private static Settings options(String query) {
        Map<String, String> options = new TreeMap<>();
        for (String option : query.isEmpty() ? new String[0] : query.split("&")) {
            String[] pair = option.split("=", 2);
            if (pair.length != 2) {
                throw new IllegalArgumentException("no value: " + option);
            }
            options.put(decoded(pair[0]), decoded(pair[1]));
        }
        return new Settings(options);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return text.replace("%", "%25").replace("?", "%3F").replace("&", "%26").replace("=", "%3D");
    }
}
