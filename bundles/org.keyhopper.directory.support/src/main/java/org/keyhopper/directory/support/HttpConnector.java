package org.keyhopper.directory.support;

import java.time.Duration;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.HttpSender;

/** A connector whose directory is reached over HTTP. Closes the connection when no directory comes of it. Thread-safe. */
public abstract class HttpConnector implements DirectoryConnector {

    /** How long one response may take. */
    protected static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(30);

    private final String type;
    private final String displayName;
    private final SettingsDescription settings;
    private final Duration responseTimeout;
    private final CancellableDelay.Sleep sleep;

    /** @param sleep {@code Thread::sleep}, unless a test must not wait */
    protected HttpConnector(
            String type,
            String displayName,
            SettingsDescription settings,
            Duration responseTimeout,
            CancellableDelay.Sleep sleep) {
        this.type = type;
        this.displayName = displayName;
        this.settings = settings;
        this.responseTimeout = responseTimeout;
        this.sleep = sleep;
    }

    @Override
    public final String type() {
        return type;
    }

    @Override
    public final String displayName() {
        return displayName;
    }

    @Override
    public final SettingsDescription settings() {
        return settings;
    }

    @Override
    public final Answer<Directory> connect(Settings values, Secrets secrets, DirectoryPrompts prompts) {
        HttpSender sender = new HttpSender(responseTimeout);
        Answer<Directory> answer =
                open(values, secrets, new Connection(sender, prompts, new CancellableDelay(prompts, sleep)));
        if (answer.result().isEmpty()) {
            sender.close();
        }
        return answer;
    }

    /** Checks the settings, signs in and opens the directory, which closes the connection. Blocking. */
    protected abstract Answer<Directory> open(Settings values, Secrets secrets, Connection connection);
}
