package org.keyhopper.rehearsal.authenticator.internal.cbor;

import co.nstant.in.cbor.model.Array;
import co.nstant.in.cbor.model.ByteString;
import co.nstant.in.cbor.model.DataItem;
import co.nstant.in.cbor.model.Map;
import co.nstant.in.cbor.model.NegativeInteger;
import co.nstant.in.cbor.model.Number;
import co.nstant.in.cbor.model.SimpleValue;
import co.nstant.in.cbor.model.UnicodeString;
import co.nstant.in.cbor.model.UnsignedInteger;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.keyhopper.rehearsal.authenticator.internal.CtapFailure;
import org.keyhopper.rehearsal.authenticator.internal.Status;

/** Typed access to a CBOR map. A wrong type ends the command with 0x11, an absent parameter with 0x14. */
public final class CborParameters {
    private final Map map;

    private CborParameters(Map map) {
        this.map = map;
    }

    /** The parameters of a command; an empty message has none. */
    public static CborParameters of(byte[] encoded) {
        return encoded.length == 0
                ? new CborParameters(new Map())
                : new CborParameters(as(Map.class, CanonicalCbor.decode(encoded)));
    }

    /** Returns whether the parameter is present. */
    public boolean has(int key) {
        return map.get(item(key)) != null;
    }

    /** Returns whether there are no parameters. */
    public boolean isEmpty() {
        return map.getKeys().isEmpty();
    }

    /** A byte string. */
    public byte[] bytes(int key) {
        return optionalBytes(key).orElseThrow(CborParameters::missing);
    }

    /** A byte string that may be absent. */
    public Optional<byte[]> optionalBytes(int key) {
        return value(ByteString.class, item(key)).map(ByteString::getBytes);
    }

    /** A byte string under a text key. */
    public byte[] bytes(String key) {
        return value(ByteString.class, item(key)).map(ByteString::getBytes).orElseThrow(CborParameters::missing);
    }

    /** A text. */
    public String text(int key) {
        return optionalText(key).orElseThrow(CborParameters::missing);
    }

    /** A text that may be absent. */
    public Optional<String> optionalText(int key) {
        return value(UnicodeString.class, item(key)).map(UnicodeString::getString);
    }

    /** A text under a text key. */
    public String text(String key) {
        return optionalText(key).orElseThrow(CborParameters::missing);
    }

    /** A text under a text key that may be absent. */
    public Optional<String> optionalText(String key) {
        return value(UnicodeString.class, item(key)).map(UnicodeString::getString);
    }

    /** An integer. */
    public int integer(int key) {
        return optionalInteger(key).orElseThrow(CborParameters::missing);
    }

    /** An integer that may be absent. */
    public Optional<Integer> optionalInteger(int key) {
        return value(Number.class, item(key)).map(CborParameters::small);
    }

    /** An integer under a text key. */
    public int integer(String key) {
        return optionalInteger(key).orElseThrow(CborParameters::missing);
    }

    /** An integer under a text key that may be absent. */
    public Optional<Integer> optionalInteger(String key) {
        return value(Number.class, item(key)).map(CborParameters::small);
    }

    /** A boolean under a text key that may be absent. */
    public Optional<Boolean> optionalFlag(String key) {
        return value(SimpleValue.class, item(key)).map(CborParameters::truth);
    }

    /** A boolean that may be absent. */
    public Optional<Boolean> optionalFlag(int key) {
        return value(SimpleValue.class, item(key)).map(CborParameters::truth);
    }

    /** A map. */
    public CborParameters map(int key) {
        return optionalMap(key).orElseThrow(CborParameters::missing);
    }

    /** A map; absent is read as empty. */
    public CborParameters mapOrEmpty(int key) {
        return optionalMap(key).orElseGet(() -> new CborParameters(new Map()));
    }

    /** A map that may be absent. */
    public Optional<CborParameters> optionalMap(int key) {
        return value(Map.class, item(key)).map(CborParameters::new);
    }

    /** A map under a text key that may be absent. */
    public Optional<CborParameters> optionalMap(String key) {
        return value(Map.class, item(key)).map(CborParameters::new);
    }

    /** A list of maps. */
    public List<CborParameters> maps(int key) {
        return optionalMaps(key).orElseThrow(CborParameters::missing);
    }

    /** A list of maps that may be absent. */
    public Optional<List<CborParameters>> optionalMaps(int key) {
        return items(key).map(all -> all.stream()
                .map(each -> new CborParameters(as(Map.class, each)))
                .toList());
    }

    /** A list of texts that may be absent. */
    public Optional<List<String>> optionalTexts(int key) {
        return items(key).map(all -> all.stream()
                .map(each -> as(UnicodeString.class, each).getString())
                .toList());
    }

    /** Returns the canonical encoding of this map, identical to the received bytes. */
    public byte[] encoded() {
        return CanonicalCbor.encode(map);
    }

    private Optional<List<DataItem>> items(int key) {
        return value(Array.class, item(key)).map(Array::getDataItems);
    }

    private <T extends DataItem> Optional<T> value(Class<T> type, DataItem key) {
        return Optional.ofNullable(map.get(key)).map(found -> as(type, found));
    }

    private static <T extends DataItem> T as(Class<T> type, DataItem item) {
        if (!type.isInstance(item)) {
            throw new CtapFailure(Status.CBOR_UNEXPECTED_TYPE);
        }
        return type.cast(item);
    }

    private static DataItem item(int key) {
        return key < 0 ? new NegativeInteger(key) : new UnsignedInteger(key);
    }

    private static DataItem item(String key) {
        return new UnicodeString(key);
    }

    private static int small(Number number) {
        BigInteger value = number.getValue();
        if (value.bitLength() > 31) {
            throw new CtapFailure(Status.INVALID_PARAMETER);
        }
        return value.intValue();
    }

    private static boolean truth(SimpleValue value) {
        if (SimpleValue.TRUE.equals(value) || SimpleValue.FALSE.equals(value)) {
            return SimpleValue.TRUE.equals(value);
        }
        throw new CtapFailure(Status.CBOR_UNEXPECTED_TYPE);
    }

    private static CtapFailure missing() {
        return new CtapFailure(Status.MISSING_PARAMETER);
    }
}
