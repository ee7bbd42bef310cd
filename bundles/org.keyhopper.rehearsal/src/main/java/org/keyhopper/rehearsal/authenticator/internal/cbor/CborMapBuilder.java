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

/** A CBOR map in the making; keys may be put in any order. */
public final class Reply {
    private final Map map = new Map();

    /** An empty map, which as an answer is sent as no CBOR at all. */
    public static Reply empty() {
        return new Reply();
    }

    /** Puts a value under an integer key. */
    public Reply put(int key, Object value) {
        map.put(item(key), item(value));
        return this;
    }

    /** Puts a value under a text key. */
    public Reply put(String key, Object value) {
        map.put(item(key), item(value));
        return this;
    }

    /** The map in canonical form. */
    public byte[] encoded() {
        return CanonicalCbor.encode(map);
    }

    /** Whether nothing was put. */
    public boolean isEmpty() {
        return map.getKeys().isEmpty();
    }

    private static DataItem item(Object value) {
        return switch (value) {
            case Reply nested -> nested.map;
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
