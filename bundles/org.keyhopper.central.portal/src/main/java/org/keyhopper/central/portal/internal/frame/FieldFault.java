package org.keyhopper.central.portal.internal.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.keyhopper.documents.DocumentFault;

/** What is wrong with a field of a form. */
public record FieldFault(String field, String message) {

    /** Returns a fault of a document that was typed or chosen, with its place. */
    public static FieldFault of(String field, DocumentFault fault, PageTexts texts) {
        if (fault.line() == 0) {
            return new FieldFault(field, fault.message());
        }
        return new FieldFault(
                field,
                fault.place().isEmpty()
                        ? texts.get("new.fault.line", fault.line(), fault.message())
                        : texts.get("new.fault.column", fault.line(), fault.place(), fault.message()));
    }

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
