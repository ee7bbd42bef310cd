package org.keyhopper.core.internal.ceremony;

import org.keyhopper.core.ceremony.CeremonyOrder;

/**
 * The name of a passkey in the user's list at the directory, no longer than the directory allows. Excess length is cut
 * from the model, then from the user's name, then from the words of the template, and from the serial number only if it
 * alone is too long.
 *
 * @param template with {@code {model}}, {@code {serial}} and {@code {user}}
 * @param longest UTF-16 code units
 */
record PasskeyName(String template, String model, String serial, String user, int longest) {

    static String of(CeremonyOrder order) {
        String own = order.recipient().recipient().deviceName();
        return new PasskeyName(
                        own.isEmpty() ? order.profile().deviceName() : own,
                        order.device().model(),
                        order.device().link().serial().orElse(""),
                        order.user().displayName(),
                        order.directory().capabilities().maxNameLength())
                .name();
    }

    String name() {
        String name = filled(model, serial, user);
        if (name.isEmpty()) {
            return cut(model, longest);
        }
        String shortModel = cut(model, model.length() - excess(name));
        String shortUser = cut(user, user.length() - excess(filled(shortModel, serial, user)));
        String shorter = filled(shortModel, serial, shortUser);
        return excess(shorter) > 0 ? withoutWords(shorter) : shorter;
    }

    private int excess(String name) {
        return Math.max(0, name.length() - longest);
    }

    private String withoutWords(String name) {
        boolean hasSerial = template.contains("{serial}") && !serial.isEmpty();
        if (!hasSerial) {
            return cut(name, longest);
        }
        String rest = cut(filled("", "", ""), longest - serial.length() - 1);
        String end = serial.substring(Math.max(0, serial.length() - longest));
        return rest.isEmpty() ? end : rest + " " + end;
    }

    private String filled(String model, String serial, String user) {
        return template.replace("{model}", model)
                .replace("{serial}", serial)
                .replace("{user}", user)
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** Cuts at the end of a word where that keeps at least half of the length, and never within a surrogate pair. */
    private static String cut(String text, int length) {
        if (length >= text.length()) {
            return text;
        }
        if (length <= 0) {
            return "";
        }
        int end = Character.isLowSurrogate(text.charAt(length)) ? length - 1 : length;
        int space = text.charAt(end) == ' ' ? end : text.lastIndexOf(' ', end);
        return text.substring(0, space > end / 2 ? space : end).strip();
    }
}
