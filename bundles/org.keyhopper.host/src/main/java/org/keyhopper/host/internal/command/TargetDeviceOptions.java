package org.keyhopper.host.internal.command;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.core.device.Devices;
import picocli.CommandLine.Option;

/** The options that select the device of a command. */
final class TargetDeviceOptions {

    /** Transports report devices asynchronously, on a slow machine after some seconds. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    @Option(names = "--reader", paramLabel = "TEXT", description = "A part of the reader's name.")
    private String reader = "";

    @Option(names = "--key", paramLabel = "TEXT", description = "A part of the key's name, serial number or port.")
    private String key = "";

    /** Returns the selected device; throws if several devices match. */
    LinkDescription among(Devices devices) throws InputRefusedException {
        List<LinkDescription> all = devices.awaitReported(TIMEOUT).links();
        List<LinkDescription> meant = all.stream().filter(this::isMeant).toList();
        if (meant.size() == 1) {
            return meant.getFirst();
        }
        if (all.isEmpty()) {
            throw new InputRefusedException("No card and no key is connected.");
        }
        String problem = meant.isEmpty() ? "None of these matches" : "More than one device matches";
        throw new InputRefusedException(
                problem + ". Choose one with --reader or --key: " + names(meant.isEmpty() ? all : meant) + ".");
    }

    private boolean isMeant(LinkDescription link) {
        if (!key.isEmpty()) {
            return link.kind() == DeviceKind.USB_KEY
                    && (contains(link.product(), key)
                            || contains(link.serial().orElse(""), key)
                            || contains(link.id().slot(), key));
        }
        return contains(link.id().slot(), reader);
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static String names(List<LinkDescription> links) {
        return links.stream().map(TargetDeviceOptions::name).collect(Collectors.joining(", "));
    }

    private static String name(LinkDescription link) {
        return link.kind() == DeviceKind.USB_KEY
                ? link.product()
                        + link.serial()
                                .map(serial -> " " + serial)
                                .orElse(" at " + link.id().slot())
                : link.id().slot();
    }
}
