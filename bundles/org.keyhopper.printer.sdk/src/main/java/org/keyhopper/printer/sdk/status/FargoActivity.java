package org.keyhopper.printer.sdk.status;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.keyhopper.api.printer.Encoder;

/**
 * The current activity of a FARGO printer.
 *
 * @param word the SDK's constant in lower case, without its type prefix
 * @param error the error of an exception; empty otherwise
 * @param detail further details from the SDK; may be empty
 */
public record FargoActivity(String word, FargoError error, String detail) {

    /** The SDK could not be queried. Treated as the SDK's value for a printer that does not communicate. */
    public static final FargoActivity UNKNOWN = new FargoActivity("unknown", FargoError.NONE, "");

    private static final Pattern TYPE = Pattern.compile("^(sdk)?currentactivity");
    private static final Set<String> RESTING = Set.of("idle", "ready");

    public static FargoActivity of(JsonObject reply) {
        return of(text(reply, "activity"), text(reply, "error"), text(reply, "detail"));
    }

    /**
     * Accepts the SDK's constants, {@code CurrentActivityReady} or, in some versions, {@code SDKCurrentActivityReady}.
     */
    public static FargoActivity of(String constant, String error, String detail) {
        String word = TYPE.matcher(constant.toLowerCase(Locale.ROOT)).replaceFirst("");
        return new FargoActivity(word, FargoError.of(error), detail);
    }

    public boolean isResting() {
        return RESTING.contains(word);
    }

    /** Returns whether the printer does not communicate. */
    public boolean isUnknown() {
        return word.equals(UNKNOWN.word());
    }

    public boolean isException() {
        return word.equals("exception");
    }

    public boolean isPaused() {
        return word.equals("paused");
    }

    public boolean isEncoding(Encoder encoder) {
        return word.equals(encoder == Encoder.CONTACT ? "encodecontact" : "encodecontactless");
    }

    public boolean isEncoding() {
        return isEncoding(Encoder.CONTACT) || isEncoding(Encoder.CONTACTLESS);
    }

    private static String text(JsonObject reply, String key) {
        return reply.has(key) ? reply.get(key).getAsString() : "";
    }
}
