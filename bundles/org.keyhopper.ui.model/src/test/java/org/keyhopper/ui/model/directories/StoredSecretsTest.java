package org.keyhopper.ui.model.directories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.ui.fakes.FakeStation;
import org.keyhopper.ui.model.DirectoryInteraction;
import org.keyhopper.ui.model.TestContext;
import org.keyhopper.ui.model.WorkbenchContext;

/** What becomes of the stored secrets of a directory whose settings are changed. */
class StoredSecretsTest {

    private final FakeStation station = new FakeStation();
    private final WorkbenchContext context = TestContext.of(station);
    private final DirectoryPresenter presenter =
            new DirectoryPresenter(context, new DirectoryInteraction(context, address -> {}));

    @BeforeEach
    void storeOne() {
        presenter.add("entra");
        presenter.name("contoso");
        presenter.value("tenant", "contoso.example");
        presenter.value("clientId", "app");
        presenter.secret("clientSecret", "s3cret".toCharArray());
        presenter.save(() -> {});
    }

    private DirectoryForm form() {
        return presenter.states().get().form().orElseThrow();
    }

    private String kept(String key) {
        try (Secret secret = station.directories.secretsOf(stored()).get(key).orElseThrow()) {
            return new String(secret.toChars());
        }
    }

    private DirectoryAccount stored() {
        return station.directories.find("contoso").orElseThrow();
    }

    @Test
    void storedSecretIsNotSentToAnotherAddress() {
        AtomicReference<Optional<Secret>> sent = new AtomicReference<>();
        station.directories.checking = secrets -> sent.set(secrets.get("clientSecret"));
        presenter.edit("contoso");
        presenter.value("cloud", "china");
        FieldRow secret = form().fields().get(2);
        assertFalse(secret.kept());
        assertEquals("Client secret was stored for other settings. Enter it again.", form().fault());
        presenter.test();
        assertEquals(Optional.empty(), sent.get());
        presenter.save(() -> {});
        assertEquals(Optional.empty(), stored().settings().get("cloud"));
        presenter.value("cloud", "global");
        assertEquals("", form().fault());
        presenter.test();
        assertEquals(Optional.of(Secret.of("s3cret")), sent.get());
        presenter.value("cloud", "china");
        presenter.secret("clientSecret", "other".toCharArray());
        assertEquals("", form().fault());
        presenter.save(() -> {});
        assertEquals("other", kept("clientSecret"));
    }

    @Test
    void newAddressDeletesWhatWasStoredForTheOldOne() {
        station.directories.secretsOf(stored()).put("refreshToken", Secret.of("token"));
        presenter.edit("contoso");
        presenter.value("clientId", "other");
        presenter.save(() -> {});
        assertEquals("token", kept("refreshToken"));
        presenter.edit("contoso");
        presenter.value("cloud", "china");
        presenter.secret("clientSecret", "other".toCharArray());
        presenter.save(() -> {});
        assertEquals(Optional.empty(), station.directories.secretsOf(stored()).get("refreshToken"));
    }

    @Test
    void damagedSecretIsEnteredAgain() {
        station.directories.readingSecrets = () -> {
            throw new StoreException("changed in the store");
        };
        presenter.edit("contoso");
        assertEquals("Client secret was stored for other settings. Enter it again.", form().fault());
        presenter.secret("clientSecret", "other".toCharArray());
        assertEquals("", form().fault());
        presenter.save(() -> {});
        station.directories.readingSecrets = () -> {};
        assertEquals("other", kept("clientSecret"));
    }
}
