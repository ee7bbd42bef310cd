package org.keyhopper.host.internal.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.keyhopper.core.people.CheckedRecipient.Reason;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the name of a finding of the check before a run. */
final class FindingConverter implements ITypeConverter<Reason> {

    @Override
    public Reason convert(String text) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.id().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is not a finding; use "
                        + Arrays.stream(Reason.values()).map(Reason::id).collect(Collectors.joining(", ")) + "."));
    }
}
