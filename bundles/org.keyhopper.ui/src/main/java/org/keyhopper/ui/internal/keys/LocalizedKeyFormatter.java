package org.keyhopper.ui.internal.keys;

import java.util.Map;
import org.eclipse.jface.bindings.keys.KeyLookupFactory;
import org.eclipse.jface.bindings.keys.KeyStroke;
import org.eclipse.jface.bindings.keys.SWTKeySupport;
import org.eclipse.jface.bindings.keys.formatting.AbstractKeyFormatter;
import org.eclipse.jface.bindings.keys.formatting.IKeyFormatter;
import org.eclipse.jface.util.Util;
import org.eclipse.swt.SWT;
import org.keyhopper.ui.model.Messages;

/**
 * Prints keys with the names on the keyboards of the window's language. JFace knows only English names unless a language
 * pack is installed. On macOS its own formatter prints the symbols of the platform.
 */
public final class LocalizedKeyFormatter extends AbstractKeyFormatter {

    /** The messages of the keys that have another name in another language. */
    private static final Map<String, String> NAMES =
            Map.of("CTRL", "key.CTRL", "SHIFT", "key.SHIFT", "ALT", "key.ALT", "DEL", "key.DEL");

    private final Messages messages;

    private LocalizedKeyFormatter(Messages messages) {
        this.messages = messages;
    }

    public static IKeyFormatter in(Messages messages) {
        return Util.isMac() ? SWTKeySupport.getKeyFormatterForPlatform() : new LocalizedKeyFormatter(messages);
    }

    @Override
    public String format(int key) {
        String name = KeyLookupFactory.getDefault().formalNameLookup(key);
        return NAMES.containsKey(name) ? messages.text(NAMES.get(name)) : super.format(key);
    }

    @Override
    protected String getKeyDelimiter() {
        return KeyStroke.KEY_DELIMITER;
    }

    @Override
    protected String getKeyStrokeDelimiter() {
        return " ";
    }

    @Override
    protected int[] sortModifierKeys(int modifiers) {
        int[] sorted = new int[4];
        int count = 0;
        for (int modifier : new int[] {SWT.CTRL, SWT.ALT, SWT.SHIFT, SWT.COMMAND}) {
            if ((modifiers & modifier) != 0) {
                sorted[count++] = modifier;
            }
        }
        return sorted;
    }
}
