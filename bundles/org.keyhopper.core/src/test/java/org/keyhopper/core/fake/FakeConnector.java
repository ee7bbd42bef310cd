package org.keyhopper.core.fake;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.api.settings.SettingsDescription;

/** Signs in with the answer that was set, once it is released. */
public final class FakeConnector implements DirectoryConnector {

    private volatile Answer<Directory> answer;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile boolean faulty;

    public FakeConnector(Directory directory) {
        answer = Answer.done(directory);
    }

    public void answer(Answer<Directory> next) {
        answer = next;
    }

    public void throwOnConnect() {
        faulty = true;
    }

    /** Signing in waits until the latch is open, whatever the operator wants. */
    public void waitFor(CountDownLatch latch) {
        gate = latch;
    }

    @Override
    public String type() {
        return "fake";
    }

    @Override
    public String displayName() {
        return "Fake";
    }

    @Override
    public SettingsDescription settings() {
        return new SettingsDescription(List.of());
    }

    @Override
    public List<Problem> check(Settings settings, Secrets secrets) {
        return List.of();
    }

    @Override
    public Answer<Directory> connect(Settings settings, Secrets secrets, DirectoryPrompts prompts) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (faulty) {
            throw new IllegalStateException("a fault of the connector");
        }
        return answer;
    }
}
