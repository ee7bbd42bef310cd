package org.keyhopper.core.internal.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.fake.MemoryAccounts;
import org.keyhopper.core.request.StoreException;

class LockedAccountsTest {

    private static final DirectoryAccount CONTOSO = new DirectoryAccount("contoso", "okta", new Settings(Map.of()));

    @Test
    void directoriesCanBeUsedAndNotChanged() {
        MemoryAccounts kept = new MemoryAccounts();
        kept.put(CONTOSO);
        LockedAccounts locked = new LockedAccounts(kept);
        assertThrows(StoreException.class, () -> locked.put(CONTOSO));
        assertThrows(StoreException.class, () -> locked.change(CONTOSO));
        assertThrows(StoreException.class, () -> locked.remove("contoso"));
        assertEquals(List.of(CONTOSO), locked.list());
        assertEquals(CONTOSO, locked.find("contoso").orElseThrow());
    }
}
