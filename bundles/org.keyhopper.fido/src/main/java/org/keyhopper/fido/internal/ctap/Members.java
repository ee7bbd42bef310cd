package org.keyhopper.fido.internal.ctap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A decoded CBOR map from an untrusted source: a member that is missing or has an unexpected type counts as absent. */
record Members(Map<?, ?> values) {

    List<String> strings(int key) {
        return list(key).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    List<Integer> integers(int key) {
        return list(key).stream()
                .filter(Integer.class::isInstance)
                .map(Integer.class::cast)
                .toList();
    }

    /** Returns the maps in a list. */
    List<Members> maps(int key) {
        return list(key).stream()
                .filter(Map.class::isInstance)
                .map(element -> new Members((Map<?, ?>) element))
                .toList();
    }

    /** Returns the entries of a map that have a text key and a boolean value. */
    Map<String, Boolean> switches(int key) {
        Map<String, Boolean> switches = new HashMap<>();
        if (values.get(key) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name instanceof String text && value instanceof Boolean set) {
                    switches.put(text, set);
                }
            });
        }
        return switches;
    }

    OptionalInt integer(Object key) {
        return values.get(key) instanceof Integer value ? OptionalInt.of(value) : OptionalInt.empty();
    }

    boolean flag(int key) {
        return Boolean.TRUE.equals(values.get(key));
    }

    /** Returns a byte string, empty if absent. */
    byte[] bytes(int key) {
        return values.get(key) instanceof byte[] bytes ? bytes : new byte[0];
    }

    /** Returns a text, empty if absent. */
    String text(String key) {
        return values.get(key) instanceof String text ? text : "";
    }

    private List<?> list(int key) {
        return values.get(key) instanceof List<?> list ? list : List.of();
    }
}
