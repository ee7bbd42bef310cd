package org.keyhopper.directory.entra.internal;

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

/** Microsoft Entra ID, through Graph v1.0. */
@Component(service = DirectoryConnector.class)
public final class EntraConnector implements DirectoryConnector {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    private final Duration longestAnswer;
    private final CancellableDelay.Sleep sleep;

    @Activate
    public EntraConnector() {
        this(LONGEST_ANSWER, Thread::sleep);
    }

    /** With other patience, for tests. */
    public EntraConnector(Duration longestAnswer, CancellableDelay.Sleep sleep) {
        this.longestAnswer = longestAnswer;
        this.sleep = sleep;
    }

    @Override
    public String type() {
        return "entra";
    }

    @Override
    public String displayName() {
        return "Microsoft Entra ID";
    }

    @Override
    public SettingsDescription settings() {
        return EntraFields.DESCRIPTION;
    }

    @Override
    public List<Problem> check(Settings settings, Secrets secrets) {
        return EntraSettings.check(settings, secrets);
    }

    @Override
    public Answer<Directory> connect(Settings settings, Secrets secrets, DirectoryPrompts prompts) {
        return EntraSettings.read(settings, secrets).flatMap(good -> signIn(good, secrets, prompts));
    }

    private Answer<Directory> signIn(EntraSettings settings, Secrets secrets, DirectoryPrompts prompts) {
        HttpSender wire = new HttpSender(longestAnswer);
        CancellableDelay waiting = new CancellableDelay(prompts, sleep);
        EntraSignIn signIn = new EntraSignIn(settings, secrets, prompts, waiting, new RetryingSender(wire, waiting));
        Answer<Directory> answer = signIn.grant()
                .map(grant -> new TokenHolder(grant, Clock.systemUTC()))
                .flatMap(tokens ->
                        tokens.current().map(token -> new EntraDirectory(settings.graph(), wire, tokens, waiting)));
        if (answer.result().isEmpty()) {
            wire.close();
        }
        return answer;
    }
}
