package org.keyhopper.printer.evolis.status;

import static java.util.Map.entry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keyhopper.api.printer.CardLocation;
import org.keyhopper.api.printer.Certainty;
import org.keyhopper.api.printer.Encoder;

/**
 * The result of {@code CMD.GetStatus}: 32-bit words for configuration, information, warnings and errors, up to four
 * extensions, and the session that holds the printer.
 */
public record StatusWords(int configuration, int information, int warnings, int errors, int[] extensions, int session) {

    private static final Pattern FORM = Pattern.compile("([0-9A-Fa-f]{64})(?::(\\d+))?");
    private static final String BASE64 = "base64:";
    private static final int EXTENSIONS = 4;
    private static final int BYTES = (4 + EXTENSIONS) * Integer.BYTES;
    private static final int HEX = 16;

    private static final int EXTENDED = 0x08000000;
    private static final int MORE_EXTENSIONS = 0x80000000;
    private static final int REJECT_SLOT = 0x20;
    private static final int CONTACT = 0x00040000;
    private static final int CONTACTLESS = 0x00080000;

    private static final int AT_CONTACTLESS = 0x08000000;
    private static final int AT_CONTACT = 0x04000000;
    /** Flip-over, print head or exit. */
    private static final int ELSEWHERE_INSIDE = 0x13000000;

    private static final int JUST_RESTARTED = 0x00010000;
    private static final int SERVICE = 1;

    private static final Map<Integer, EvolisCause> INFORMATION = Map.of(
            0x00080000, EvolisCause.RIBBON_LOW,
            0x00040000, EvolisCause.CLEANING,
            0x00000080, EvolisCause.PRINTING_RUNNING,
            0x00000002, EvolisCause.UPDATING_FIRMWARE,
            0x00000001, EvolisCause.BUSY_NOW);

    private static final Map<Integer, EvolisCause> WARNINGS = Map.ofEntries(
            entry(0x80000000, EvolisCause.POWER_SUPPLY),
            entry(0x08000000, EvolisCause.REJECT_BOX_FULL),
            entry(0x04000000, EvolisCause.CARD_ON_EJECT),
            entry(0x02000000, EvolisCause.WAIT_CARD),
            entry(0x01000000, EvolisCause.FEEDER_EMPTY),
            entry(0x00200000, EvolisCause.COOLING),
            entry(0x00100000, EvolisCause.HOPPER_FULL),
            entry(0x00080000, EvolisCause.RIBBON),
            entry(0x00040000, EvolisCause.PRINTER_LOCKED),
            entry(0x00020000, EvolisCause.COVER_OPEN),
            entry(0x00010000, EvolisCause.RIBBON),
            entry(0x00008000, EvolisCause.RIBBON),
            entry(0x00000400, EvolisCause.REJECT_BOX_COVER_OPEN),
            entry(0x00000100, EvolisCause.FEEDER_OPEN));

    private static final Map<Integer, EvolisCause> ERRORS = Map.ofEntries(
            entry(0x20000000, EvolisCause.HEAD_TEMP),
            entry(0x10000000, EvolisCause.NO_OPTION),
            entry(0x08000000, EvolisCause.FEEDER_ERROR),
            entry(0x04000000, EvolisCause.RIBBON),
            entry(0x02000000, EvolisCause.COVER_OPEN),
            entry(0x01000000, EvolisCause.MECHANICAL),
            entry(0x00800000, EvolisCause.REJECT_BOX_FULL),
            entry(0x00400000, EvolisCause.RIBBON),
            entry(0x00200000, EvolisCause.RIBBON),
            entry(0x00100000, EvolisCause.HOPPER_FULL),
            entry(0x00080000, EvolisCause.CARD_UNUSABLE),
            entry(0x00040000, EvolisCause.CARD_UNUSABLE),
            entry(0x00020000, EvolisCause.CARD_UNUSABLE),
            entry(0x00010000, EvolisCause.CARD_UNUSABLE),
            entry(0x00008000, EvolisCause.FEATURE),
            entry(0x00000400, EvolisCause.REJECT_BOX_COVER_OPEN),
            entry(0x00000200, EvolisCause.CARD_ON_EJECT),
            entry(0x00000100, EvolisCause.NO_CARD_INSERTED),
            entry(0x00000080, EvolisCause.FEEDER_OPEN),
            entry(0x00000040, EvolisCause.INTERNAL),
            entry(0x00000001, EvolisCause.HARDWARE));

    private static final int NEAR_EMPTY = 0x0000010F;
    private static final int EXTERNAL_FEEDER_OPEN = 0x04000000;
    private static final int EXTERNAL_EJECT_BOX_FULL = 0x02000000;

    /** Parses 64 hexadecimal digits with a session, or the same in base64; empty if it is something else. */
    public static Optional<StatusWords> read(String result) {
        Matcher parts = FORM.matcher(result.strip());
        if (!parts.matches()) {
            return decoded(result.strip());
        }
        int[] words = new int[BYTES / Integer.BYTES];
        for (int i = 0; i < words.length; i++) {
            words[i] = Integer.parseUnsignedInt(parts.group(1).substring(8 * i, 8 * i + 8), HEX);
        }
        return Optional.of(of(words, session(parts.group(2))));
    }

    private static int session(String digits) {
        try {
            return digits == null ? 0 : Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }

    /** Some versions of the service encode the text or the words in base64. */
    private static Optional<StatusWords> decoded(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text.startsWith(BASE64) ? text.substring(BASE64.length()) : text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String inner = new String(bytes, StandardCharsets.US_ASCII).strip();
        if (FORM.matcher(inner).matches()) {
            return read(inner);
        }
        if (bytes.length < BYTES) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        int[] words = new int[BYTES / Integer.BYTES];
        buffer.asIntBuffer().get(words);
        buffer.position(BYTES);
        return Optional.of(of(words, buffer.remaining() >= Short.BYTES ? buffer.getShort() & 0xFFFF : 0));
    }

    private static StatusWords of(int[] words, int session) {
        int[] extensions = new int[EXTENSIONS];
        boolean more = (words[0] & EXTENDED) != 0;
        for (int i = 0; i < EXTENSIONS && more; i++) {
            extensions[i] = words[4 + i];
            more = (extensions[i] & MORE_EXTENSIONS) != 0;
        }
        return new StatusWords(words[0], words[1], words[2], words[3], extensions, session);
    }

    /** Returns the position of the card in the path; {@link CardLocation#HOPPER} for none. */
    public CardLocation position() {
        if ((information & AT_CONTACTLESS) != 0) {
            return CardLocation.CONTACTLESS;
        }
        if ((information & AT_CONTACT) != 0) {
            return CardLocation.CONTACT;
        }
        return (information & ELSEWHERE_INSIDE) != 0 ? CardLocation.INSIDE : CardLocation.HOPPER;
    }

    /** Returns the reported encoders; empty if none is reported, as for one that was fitted later. */
    public Map<Encoder, Certainty> encoders() {
        Map<Encoder, Certainty> encoders = new EnumMap<>(Encoder.class);
        if ((configuration & CONTACT) != 0) {
            encoders.put(Encoder.CONTACT, Certainty.REPORTED);
        }
        if ((configuration & CONTACTLESS) != 0) {
            encoders.put(Encoder.CONTACTLESS, Certainty.REPORTED);
        }
        return encoders;
    }

    public boolean hasRejectTray() {
        return (configuration & REJECT_SLOT) != 0;
    }

    /** Returns whether the printer has restarted and lost its settings. */
    public boolean justRestarted() {
        return (information & JUST_RESTARTED) != 0;
    }

    /** Returns whether a session other than the service's own holds the printer. */
    boolean isReserved() {
        return session > SERVICE;
    }

    Set<EvolisCause> causes() {
        Set<EvolisCause> causes = EnumSet.noneOf(EvolisCause.class);
        collect(information, INFORMATION, causes);
        collect(warnings, WARNINGS, causes);
        collect(errors, ERRORS, causes);
        if ((extensions[0] & NEAR_EMPTY) != 0) {
            causes.add(EvolisCause.FEEDER_NEAR_EMPTY);
        }
        if ((extensions[1] & EXTERNAL_FEEDER_OPEN) != 0) {
            causes.add(EvolisCause.FEEDER_OPEN);
        }
        if ((extensions[1] & EXTERNAL_EJECT_BOX_FULL) != 0) {
            causes.add(EvolisCause.HOPPER_FULL);
        }
        return causes;
    }

    private static void collect(int word, Map<Integer, EvolisCause> bits, Set<EvolisCause> causes) {
        bits.forEach((bit, cause) -> {
            if ((word & bit) != 0) {
                causes.add(cause);
            }
        });
    }
}
