package org.keyhopper.directory.okta.internal;

import java.time.Duration;
import java.util.List;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.settings.SettingsDescription;
import org.keyhopper.directory.support.http.CancellableDelay;
import org.keyhopper.directory.support.http.HttpSender;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Okta, through its factor API. */
@Component(service = DirectoryConnector.class)
public final class OktaConnector implements DirectoryConnector {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final Duration longestAnswer;
    private final CancellableDelay.Sleep sleep;

    @Activate
    public OktaConnector() {
        this(LONGEST_ANSWER, Thread::sleep);
    }

    /** With other patience, for tests. */
    public OktaConnector(Duration longestAnswer, CancellableDelay.Sleep sleep) {
        this.longestAnswer = longestAnswer;
        this.sleep = sleep;
    }

    @Override
    public String type() {
        return "okta";
    }

    @Override
    public String displayName() {
        return "Okta";
    }

    @Override
    public SettingsDescription settings() {
        return OktaFields.DESCRIPTION;
    }

    @Override
    public List<Problem> check(Settings settings, Secrets secrets) {
        return OktaSettings.check(settings, secrets);
    }

    /** Tries the token, since nothing else tells that it is good. */
    @Override
    public Answer<Directory> connect(Settings settings, Secrets secrets, DirectoryPrompts prompts) {
        return OktaSettings.read(settings, secrets).flatMap(good -> {
            HttpSender wire = new HttpSender(longestAnswer);
            OktaDirectory directory = new OktaDirectory(good, wire, secrets, new CancellableDelay(prompts, sleep));
            Answer<Directory> answer = directory.tried().map(works -> directory);
            if (answer.result().isEmpty()) {
                directory.close();
            }
            return answer;
        });
    }
}
