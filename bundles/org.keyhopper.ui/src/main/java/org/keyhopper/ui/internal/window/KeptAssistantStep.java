package org.keyhopper.ui.internal.window;

import java.util.Arrays;
import java.util.Optional;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.keyhopper.ui.model.assistant.AssistantMemory;
import org.keyhopper.ui.model.assistant.AssistantStep;
import org.osgi.service.prefs.BackingStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps in the preferences where the assistant was left. */
public final class KeptAssistantStep implements AssistantMemory {

    private static final Logger LOG = LoggerFactory.getLogger(KeptAssistantStep.class);
    private static final String KEY = "assistant";

    @Override
    public Optional<AssistantStep> step() {
        String kept = ThemePreference.preferences().get(KEY, "");
        return Arrays.stream(AssistantStep.values())
                .filter(step -> step.name().equals(kept))
                .findFirst();
    }

    @Override
    public void keep(Optional<AssistantStep> step) {
        IEclipsePreferences preferences = ThemePreference.preferences();
        String next = step.map(Enum::name).orElse("");
        if (next.equals(preferences.get(KEY, ""))) {
            return;
        }
        preferences.put(KEY, next);
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            LOG.info("The step of the assistant cannot be stored", e);
        }
    }
}
