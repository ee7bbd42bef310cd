package org.keyhopper.ui.internal;

import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.DirectoryUser.Kind;
import org.keyhopper.ui.fakes.FakeDirectory;

/** People of a directory of whom something is to be said. */
final class PeopleGallery {

    private PeopleGallery() {}

    static void makeOdd(FakeDirectory directory) {
        directory.add(
                user("d", "Ottilie Brandt", "ottilie.brandt@contoso.example", AccountState.DISABLED, Kind.MEMBER));
        directory.add(user(
                "g", "Wen Zhao", "wen_zhao_elsewhere.example#EXT#@contoso.example", AccountState.ENABLED, Kind.GUEST));
        directory.add(user("h", "Henk van Dijk", "henk@contoso.example", AccountState.ENABLED, Kind.MEMBER));
        directory.passkeys.give("h", "p1", "Own key", CredentialId.of(new byte[] {1, 2, 3}));
        for (int n = 0; n < 400; n++) {
            directory.add(user(
                    "n" + n,
                    "Colleague " + n,
                    "colleague" + n + "@contoso.example",
                    AccountState.ENABLED,
                    Kind.MEMBER));
        }
    }

    private static DirectoryUser user(String id, String name, String account, AccountState state, Kind kind) {
        return new DirectoryUser(id, account, name, account, state, kind);
    }
}
