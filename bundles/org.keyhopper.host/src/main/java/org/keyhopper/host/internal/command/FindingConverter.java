package org.keyhopper.host.internal.command;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.keyhopper.core.people.CheckedRecipient.Reason;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what a look-up before a run can find. */
final class FindingConverter implements ITypeConverter<Reason> {

    @Override
    public Reason convert(String text) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.id().equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is no finding; write "
                        + Arrays.stream(Reason.values()).map(Reason::id).collect(Collectors.joining(", ")) + "."));
    }
}
