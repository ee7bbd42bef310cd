package org.keyhopper.transport.pcsc.internal;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.transport.pcsc.internal.apdu.AtrCapabilities;

/**
 * Properties of readers, derived from their names. Names are all that PC/SC provides reliably, and they are chosen by
 * manufacturer and driver: this table is based on experience and may be wrong for unknown readers.
 */
final class ReaderFacts {

    /** Smart-card interfaces of USB keys whose FIDO application is accessible only over USB HID. */
    private static final List<String> WITHOUT_FIDO = List.of("nitrokey", "solokey", "solo 2");

    private static final List<String> CONTACTLESS_NAMES = List.of(
            "contactless", "picc", "nfc", "rfid", "-cl", " cl ", "(cl)", "acr122", "acr1252", "5022", "5023", "5025");

    /** Readers that transfer at most 256 bytes. */
    private static final List<String> SHORT_ONLY = List.of("5321", "6321", "aviator", "5021", "5421", "crescendo key");

    /** Readers that leave the field on when the card is powered off. */
    private static final List<String> FIELD_STAYS_ON = List.of("omnikey 5022", "acr1252");

    private ReaderFacts() {}

    static boolean isForFido(String reader) {
        return !namesOneOf(reader, WITHOUT_FIDO);
    }

    /**
     * Distinguishes contact from contactless cards: by the ATR, which readers construct for contactless cards,
     * otherwise by name.
     *
     * @param atr in hex; empty if unknown
     */
    static DeviceKind kind(String reader, String atr) {
        boolean contactless =
                atr.isEmpty() ? namesOneOf(reader, CONTACTLESS_NAMES) : AtrCapabilities.contactless(bytes(atr));
        return contactless ? DeviceKind.CONTACTLESS_CARD : DeviceKind.CONTACT_CARD;
    }

    /** Returns whether the card claims support for extended APDUs and the reader is not known to lack it. */
    static boolean takesExtended(String reader, String atr) {
        return !namesOneOf(reader, SHORT_ONLY) && AtrCapabilities.extendedLength(bytes(atr));
    }

    static boolean canUnpower(String reader) {
        return !namesOneOf(reader, FIELD_STAYS_ON);
    }

    private static boolean namesOneOf(String reader, List<String> words) {
        String name = reader.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(name::contains);
    }

    private static byte[] bytes(String atr) {
        return HexFormat.of().parseHex(atr);
    }
}
