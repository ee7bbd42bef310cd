package org.keyhopper.ui.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.device.CredentialId;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.directory.DirectoryProblem;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.DirectoryUser;
import org.keyhopper.api.directory.DirectoryUser.AccountState;
import org.keyhopper.api.directory.DirectoryUser.Kind;
import org.keyhopper.core.inventory.InventoryEntry;
import org.keyhopper.core.request.RecipientId;
import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.fakes.FakeDirectory;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.DirectoryInteraction.ConsentQuestion;
import org.keyhopper.ui.model.WorkbenchModel;
import org.keyhopper.ui.model.passkeys.PasskeyHolder;
import org.keyhopper.ui.model.passkeys.PasskeysPresenter;
import org.keyhopper.ui.model.passkeys.Revocation;

/** Sample people with a remark each. */
final class PeopleGallery {

    static final PasskeyHolder HOLDER = new PasskeyHolder("contoso", "henk@contoso.example", "Henk van Dijk");

    private static final CredentialId OURS = CredentialId.of(new byte[] {4, 5, 6});

    private PeopleGallery() {}

    /** Gives the holder a passkey created here and one created elsewhere. */
    static void hold(FakeStation station) {
        station.directory.passkeys.give("h", "p2", "Crescendo C2300 #12345", OURS);
        station.inventory.put(new InventoryEntry(
                OURS,
                "login.microsoft.com",
                new UUID(1, 2),
                "Crescendo C2300",
                Optional.of("12345"),
                "contoso",
                "h",
                HOLDER.name(),
                "p2",
                new RecipientId(new RequestId("Q1"), 1),
                InventoryEntry.State.IN_USE,
                Instant.parse("2026-03-04T10:20:30Z")));
    }

    static Revocation confirmation(WorkbenchModel model) {
        PasskeysPresenter presenter = model.passkeys(HOLDER);
        while (presenter.states().get().busy()) {
            Thread.onSpinWait();
        }
        return presenter.confirmation("p2").orElseThrow();
    }

    static ConsentQuestion question(WorkbenchModel model) {
        DirectoryPrompts prompts = model.signIn().begin(notice -> {});
        Problem off = Problem.of(DirectoryProblem.MFA_DISABLED, "henk@contoso.example");
        Thread asking = new Thread(() -> prompts.confirmChange(off));
        asking.setDaemon(true);
        asking.start();
        while (model.signIn().questions().get().isEmpty()) {
            Thread.onSpinWait();
        }
        return model.signIn().questions().get().orElseThrow();
    }

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
