package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.directory.DirectoryDraft;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.request.StoreException;

/** Directories of Central, which are stored with their secrets and their entry in the audit trail. */
class CentralDirectoriesTest extends TwoInstances {

    private static final DirectoryAccount BEFORE = account("7");
    private static final DirectoryAccount AFTER = account("8");
    private static final int ALL = 100;

    private static DirectoryAccount account(String client) {
        return new DirectoryAccount("contoso", "entra", new Settings(Map.of("clientId", client)));
    }

    private void configure(
            DirectoryAccount account, boolean keep, Map<String, String> typed, Function<CentralTransaction, ?> work) {
        Map<String, Secret> secrets = new HashMap<>();
        typed.forEach((key, value) -> secrets.put(key, Secret.of(value)));
        try (DirectoryDraft draft = new DirectoryDraft(account, secrets, Optional.empty())) {
            one.store().configure(draft, keep, work);
        }
    }

    private static AuditEntry recorded(CentralTransaction in) {
        return in.audit()
                .append(AuditEvent.done(Caller.none("call"), AuditAction.DIRECTORY_CONFIGURED, "directory:contoso"));
    }

    private Optional<Secret> secret(DirectoryAccount account, String key) {
        return two.directories().secretsOf(account).get(key);
    }

    private int entries() {
        return two.store().write(in -> in.audit().after(0, ALL)).size();
    }

    @Test
    void directoryIsStoredWithItsSecretsAndItsEntry() {
        configure(BEFORE, false, Map.of("clientSecret", "x", "other", "y"), CentralDirectoriesTest::recorded);
        assertEquals(Optional.of(BEFORE), two.directories().find("contoso"));
        assertEquals(Optional.of(Secret.of("x")), secret(BEFORE, "clientSecret"));
        assertEquals(Optional.of(Secret.of("y")), secret(BEFORE, "other"));
        assertEquals(1, entries());
    }

    @Test
    void nothingIsStoredWithoutTheEntry() {
        configure(BEFORE, false, Map.of("clientSecret", "x"), CentralDirectoriesTest::recorded);
        for (boolean keep : new boolean[] {true, false}) {
            assertThrows(
                    StoreException.class,
                    () -> configure(AFTER, keep, Map.of("clientSecret", "z"), in -> {
                        recorded(in);
                        throw new StoreException("as a test");
                    }));
            assertEquals(Optional.of(BEFORE), two.directories().find("contoso"));
            assertEquals(Optional.of(Secret.of("x")), secret(BEFORE, "clientSecret"));
            assertEquals(1, entries());
        }
    }

    @Test
    void secretsThatWereNotTypedStayOnlyIfTheyAreKept() {
        configure(BEFORE, false, Map.of("clientSecret", "x", "other", "y"), CentralDirectoriesTest::recorded);
        configure(AFTER, true, Map.of("other", "z"), CentralDirectoriesTest::recorded);
        assertEquals(Optional.of(Secret.of("x")), secret(AFTER, "clientSecret"));
        assertEquals(Optional.of(Secret.of("z")), secret(AFTER, "other"));
        configure(BEFORE, false, Map.of("other", "y"), CentralDirectoriesTest::recorded);
        assertEquals(Optional.empty(), secret(BEFORE, "clientSecret"));
        assertEquals(Optional.of(Secret.of("y")), secret(BEFORE, "other"));
    }
}
