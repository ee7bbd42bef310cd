package org.keyhopper.core.internal.directory;

import java.util.List;
import java.util.function.IntPredicate;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryCapabilities;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.Eligibility;
import org.keyhopper.api.directory.EnrolmentOptions;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.directory.NewCredential;
import org.keyhopper.api.directory.Passkeys;
import org.keyhopper.api.directory.People;
import org.keyhopper.api.directory.RegisteredPasskey;

/**
 * A directory whose outages are waited for before a credential is made, so that they cost no recipient an attempt. What
 * comes after that is passed on once, as it is. People known from the check before the run are not looked up again.
 */
public final class WaitingDirectory implements Directory, People, Passkeys {

    private final Directory directory;
    private final KnownPeople known;
    private final OutageWait outage;

    public WaitingDirectory(Directory directory, KnownPeople known, OutageWait outage) {
        this.directory = directory;
        this.known = known;
        this.outage = outage;
    }

    @Override
    public People people() {
        return this;
    }

    @Override
    public Passkeys passkeys() {
        return this;
    }

    @Override
    public List<Finding> examine() {
        return directory.examine();
    }

    @Override
    public DirectoryCapabilities capabilities() {
        return directory.capabilities();
    }

    @Override
    public Answer<DirectoryUser> find(String reference) {
        return known.take(reference)
                .orElseGet(() -> outage.ask(() -> directory.people().find(reference)));
    }

    @Override
    public Answer<List<DirectoryUser>> search(String text, int limit) {
        return directory.people().search(text, limit);
    }

    @Override
    public Answer<List<DirectoryGroup>> searchGroups(String text, int limit) {
        return directory.people().searchGroups(text, limit);
    }

    @Override
    public Answer<List<DirectoryUser>> membersOf(String group, IntPredicate goesOn) {
        return directory.people().membersOf(group, goesOn);
    }

    @Override
    public Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        return outage.ask(() -> directory.passkeys().eligibility(user, device));
    }

    /** An unclear answer is not repeated: something was left that only the ceremony can clean up. */
    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        return outage.ask(() -> directory.passkeys().begin(user));
    }

    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        return told(directory.passkeys().complete(user, options, credential, displayName));
    }

    @Override
    public Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        return told(directory.passkeys().list(user));
    }

    @Override
    public Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId) {
        return told(directory.passkeys().readBack(user, passkeyId));
    }

    @Override
    public Answer<Boolean> delete(DirectoryUser user, String passkeyId) {
        return told(directory.passkeys().delete(user, passkeyId));
    }

    @Override
    public Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        return told(directory.passkeys().abandon(user, enrolmentId));
    }

    /** A notice that the directory asked for time is over with its next answer. */
    private <T> Answer<T> told(Answer<T> answer) {
        if (answer instanceof Answer.Done<T>) {
            outage.answered();
        }
        return answer;
    }

    @Override
    public void close() {
        directory.close();
    }
}
