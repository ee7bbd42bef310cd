package org.keyhopper.directory.pingone.internal;

import java.time.Clock;
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
import org.keyhopper.directory.support.http.RetryingSender;
import org.keyhopper.directory.support.oauth.TokenHolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** PingOne MFA, with the people of the PingOne directory. */
@Component(service = DirectoryConnector.class)
public final class PingOneConnector implements DirectoryConnector {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final Duration longestAnswer;
    private final CancellableDelay.Sleep sleep;

    @Activate
    public PingOneConnector() {
        this(LONGEST_ANSWER, Thread::sleep);
    }

    /** With other patience, for tests. */
    public PingOneConnector(Duration longestAnswer, CancellableDelay.Sleep sleep) {
        this.longestAnswer = longestAnswer;
        this.sleep = sleep;
    }

    @Override
    public String type() {
        return "pingone";
    }

    @Override
    public String displayName() {
        return "PingOne";
    }

    @Override
    public SettingsDescription settings() {
        return PingOneFields.DESCRIPTION;
    }

    @Override
    public List<Problem> check(Settings settings, Secrets secrets) {
        return PingOneSettings.check(settings, secrets);
    }

    @Override
    public Answer<Directory> connect(Settings settings, Secrets secrets, DirectoryPrompts prompts) {
        return PingOneSettings.read(settings, secrets).flatMap(good -> signIn(good, secrets, prompts));
    }

    private Answer<Directory> signIn(PingOneSettings settings, Secrets secrets, DirectoryPrompts prompts) {
        HttpSender wire = new HttpSender(longestAnswer);
        CancellableDelay waiting = new CancellableDelay(prompts, sleep);
        PingOneSignIn signIn = new PingOneSignIn(settings, secrets, prompts, new RetryingSender(wire, waiting));
        TokenHolder tokens = new TokenHolder(signIn.grant(), Clock.systemUTC());
        Answer<Directory> answer =
                tokens.current().map(token -> new PingOneDirectory(settings, wire, tokens, prompts, waiting));
        if (answer.result().isEmpty()) {
            wire.close();
        }
        return answer;
    }
}
