package org.keyhopper.rehearsal.authenticator.internal.cbor;

import co.nstant.in.cbor.model.Array;
import co.nstant.in.cbor.model.DataItem;
import co.nstant.in.cbor.model.Map;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The key order of CTAP2: by major type, then by length, then bytewise (CTAP 2.1, section 8). The library's canonical
 * order, that of RFC 7049, ignores the major type.
 */
final class KeyOrder {
    private static final Comparator<DataItem> ORDER = Comparator.<DataItem, Integer>comparing(
                    key -> key.getMajorType().getValue())
            .thenComparing(CanonicalCbor::encode, KeyOrder::shortestFirst);

    private KeyOrder() {}

    /** Returns the item with all its maps in order. */
    static DataItem sorted(DataItem item) {
        return switch (item) {
            case Map map -> sortedMap(map);
            case Array array -> sortedArray(array);
            default -> item;
        };
    }

    private static Map sortedMap(Map map) {
        Map sorted = new Map();
        map.getKeys().stream().sorted(ORDER).forEach(key -> sorted.put(key, sorted(map.get(key))));
        return sorted;
    }

    private static Array sortedArray(Array array) {
        Array sorted = new Array();
        array.getDataItems().forEach(each -> sorted.add(sorted(each)));
        return sorted;
    }

    private static int shortestFirst(byte[] one, byte[] other) {
        int byLength = Integer.compare(one.length, other.length);
        return byLength != 0 ? byLength : Arrays.compareUnsigned(one, other);
    }
}
