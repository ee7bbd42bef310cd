package org.keyhopper.central.portal.internal.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a field of a form. */
public record FieldFault(String field, String message) {

    /**
     * Returns the messages of each field, in the order of the form; one without any is there, too, since templates take a
     * missing one for a mistake.
     */
    public static Map<String, List<String>> byField(List<FieldFault> faults, List<String> fields) {
        Map<String, List<String>> byField = new LinkedHashMap<>();
        fields.forEach(field -> byField.put(field, new ArrayList<>()));
        faults.forEach(fault ->
                byField.computeIfAbsent(fault.field(), it -> new ArrayList<>()).add(fault.message()));
        return byField;
    }
}
