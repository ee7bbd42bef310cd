package org.keyhopper.core.internal.central;

import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.keyhopper.api.device.AuthenticatorInfo;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
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
import org.keyhopper.api.request.Recipient;
import org.keyhopper.core.central.CentralConnectionProblem;

/**
 * A directory that only Central reaches. It has no connection: people are those of the claims, whom Central looks up itself, and
 * passkeys belong to a claim ({@link CentralPasskeys}).
 *
 * @param known the people of mirrored requests, by the reference with which they are looked up
 */
record CentralDirectory(Map<String, Recipient> known) implements Directory, People, Passkeys {

    @Override
    public DirectoryCapabilities capabilities() {
        return DirectoryCapabilities.NONE;
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
        return List.of();
    }

    /** Central looks the person up when the enrolment begins. */
    @Override
    public Answer<DirectoryUser> find(String reference) {
        Recipient recipient = known.getOrDefault(reference, new Recipient(reference, "", "", ""));
        return Answer.done(new DirectoryUser(
                reference, recipient.user(), recipient.name(), recipient.email(), DirectoryUser.AccountState.UNKNOWN));
    }

    @Override
    public Answer<List<DirectoryUser>> search(String text, int limit) {
        return refused();
    }

    @Override
    public Answer<List<DirectoryGroup>> searchGroups(String text, int limit) {
        return refused();
    }

    @Override
    public Answer<List<DirectoryUser>> membersOf(String group, IntPredicate proceed) {
        return refused();
    }

    @Override
    public Answer<Eligibility> eligibility(DirectoryUser user, AuthenticatorInfo device) {
        return refused();
    }

    @Override
    public Answer<EnrolmentOptions> begin(DirectoryUser user) {
        return refused();
    }

    @Override
    public Answer<RegisteredPasskey> complete(
            DirectoryUser user, EnrolmentOptions options, NewCredential credential, String displayName) {
        return refused();
    }

    @Override
    public Answer<List<RegisteredPasskey>> list(DirectoryUser user) {
        return refused();
    }

    @Override
    public Answer<RegisteredPasskey> readBack(DirectoryUser user, String passkeyId) {
        return refused();
    }

    @Override
    public Answer<Boolean> delete(DirectoryUser user, String passkeyId) {
        return refused();
    }

    @Override
    public Answer<Boolean> abandon(DirectoryUser user, String enrolmentId) {
        return refused();
    }

    private static <T> Answer<T> refused() {
        return Answer.failed(Problem.of(CentralConnectionProblem.ONLY_AT_CENTRAL));
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
