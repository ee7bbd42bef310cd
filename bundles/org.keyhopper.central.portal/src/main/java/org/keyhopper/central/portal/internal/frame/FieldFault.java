package org.keyhopper.central.portal.internal.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is wrong with a field of a form. */
public record FieldFault(String field, String message) {

    /** Returns the messages of each field; one without any is there, too, since templates take a missing one for a mistake. */
    public static Map<String, List<String>> byField(List<FieldFault> faults, List<String> fields) {
        Map<String, List<String>> byField = faults.stream()
                .collect(Collectors.groupingBy(
                        FieldFault::field, HashMap::new, Collectors.mapping(FieldFault::message, Collectors.toList())));
        fields.forEach(field -> byField.putIfAbsent(field, List.of()));
        return byField;
    }
}
