package org.keyhopper.core.internal.ceremony;

import org.keyhopper.core.ceremony.CeremonyOrder;

/** The name a passkey gets in the person's list at the directory. */
final class DeviceNames {

    private DeviceNames() {}

    static String of(CeremonyOrder order) {
        String own = order.recipient().recipient().deviceName();
        String template = own.isEmpty() ? order.profile().deviceName() : own;
        String name = template.replace("{model}", order.device().model())
                .replace("{serial}", order.device().link().serial().orElse(""))
                .replace("{user}", order.user().displayName())
                .strip()
                .replaceAll("\\s+", " ");
        return name.isEmpty() ? order.device().model() : name;
    }
}
