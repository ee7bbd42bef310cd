package org.keyhopper.api.directory;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.SettingField;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.settings.SettingsDescription;
import org.osgi.annotation.versioning.ConsumerType;

/** A connector to one kind of identity provider. Registered as an OSGi service. Thread-safe. */
@ConsumerType
public interface DirectoryConnector {

    /** Returns the type on the command line, such as {@code entra}. Fast. */
    String type();

    /** Returns the product name, such as "Microsoft Entra ID". Fast. */
    String displayName();

    /** Returns the description of its settings. Fast. */
    SettingsDescription settings();

    /** Checks form and combination of settings without touching the network. Fast; empty if they are valid. */
    List<Problem> check(Settings settings, Secrets secrets);

    /**
     * Returns every address that secrets and tokens are sent to with these settings. Stored secrets are used for the addresses
     * only that they were entered for, and a policy may restrict their hosts. By default the settings of kind URL. Fast.
     *
     * @param settings any; what {@link #check} refuses may yield anything
     */
    default Set<String> addresses(Settings settings) {
        return settings().fields().stream()
                .filter(field -> field.kind() == SettingField.Kind.URL)
                .map(field -> settings.get(field.key(), field.defaultValue()))
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Signs in. Blocking, seconds, or minutes if the operator has to sign in; interruptible. Safe to repeat.
     *
     * @return an open directory which the caller closes
     */
    Answer<Directory> connect(Settings settings, Secrets secrets, DirectoryPrompts prompts);
}
