package org.keyhopper.ui.internal.window;

import org.eclipse.e4.core.services.translation.TranslationService;
import org.keyhopper.ui.model.Messages;

/** Gives the labels of the application model, such as {@code %menu.exit}, the text of the message with that key. */
public final class MessageTranslation extends TranslationService {

    private final Messages messages;

    public MessageTranslation(Messages messages) {
        this.messages = messages;
    }

    @Override
    public String translate(String key, String contributor) {
        return key != null && key.startsWith("%") ? messages.text(key.substring(1)) : key;
    }
}
