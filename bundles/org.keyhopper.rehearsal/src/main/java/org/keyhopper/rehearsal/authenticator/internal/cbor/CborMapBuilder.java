package org.keyhopper.rehearsal.authenticator.internal.cbor;

import co.nstant.in.cbor.model.Array;
import co.nstant.in.cbor.model.ByteString;
import co.nstant.in.cbor.model.DataItem;
import co.nstant.in.cbor.model.Map;
import co.nstant.in.cbor.model.NegativeInteger;
import co.nstant.in.cbor.model.SimpleValue;
import co.nstant.in.cbor.model.UnicodeString;
import co.nstant.in.cbor.model.UnsignedInteger;
import java.util.Collection;

/** Builds a CBOR map; keys may be added in any order. */
public final class CborMapBuilder {
    private final Map map = new Map();

    /** Returns an empty map, which is sent as a response without CBOR. */
    public static CborMapBuilder empty() {
        return new CborMapBuilder();
    }

    /** Adds a value with an integer key. */
    public CborMapBuilder put(int key, Object value) {
        map.put(item(key), item(value));
        return this;
    }

    /** Adds a value with a text key. */
    public CborMapBuilder put(String key, Object value) {
        map.put(item(key), item(value));
        return this;
    }

    /** Returns the canonical encoding. */
    public byte[] encoded() {
        return CanonicalCbor.encode(map);
    }

    /** Returns whether nothing was added. */
    public boolean isEmpty() {
        return map.getKeys().isEmpty();
    }

    private static DataItem item(Object value) {
        return switch (value) {
            case CborMapBuilder nested -> nested.map;
            case Integer number when number < 0 -> new NegativeInteger(number);
            case Integer number -> new UnsignedInteger(number);
            case String text -> new UnicodeString(text);
            case Boolean flag -> flag ? SimpleValue.TRUE : SimpleValue.FALSE;
            case byte[] bytes -> new ByteString(bytes);
            case Collection<?> many -> array(many);
            default -> throw new IllegalArgumentException("no CBOR form for " + value.getClass());
        };
    }

    private static Array array(Collection<?> many) {
        Array array = new Array();
        many.forEach(each -> array.add(item(each)));
        return array;
    }
}
