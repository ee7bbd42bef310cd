package org.keyhopper.ui.model;

import java.util.Locale;

/** The hint on a button that names its mnemonic, such as "Alt+P" for the label "&Provision". */
public final class KeyHint {

    /** Mnemonics do not exist on macOS. */
    private static final boolean MNEMONICS =
            !System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");

    private KeyHint() {}

    /** Returns the hint; empty if the label has no mnemonic that works here. */
    public static String of(String label, Messages messages) {
        int mark = label.replace("&&", "  ").indexOf('&');
        return mark < 0 || !MNEMONICS
                ? ""
                : messages.text(
                        "key.alt",
                        messages.text("key.ALT"),
                        label.substring(mark + 1, mark + 2).toUpperCase(Locale.ROOT));
    }
}
