package org.keyhopper.store;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** What holds for the file of one station holds for the server that several share. */
@EnabledIfEnvironmentVariable(named = Keeping.ADDRESS, matches = "postgresql:.*")
class OnServerTest {

    @Nested
    class Requests extends RequestsTest {
        @Override
        Keeping keeping() {
            return Keeping.SERVER;
        }
    }

    @Nested
    class Journal extends JournalTest {
        @Override
        Keeping keeping() {
            return Keeping.SERVER;
        }
    }

    @Nested
    class Inventory extends InventoryTest {
        @Override
        Keeping keeping() {
            return Keeping.SERVER;
        }
    }

    @Nested
    class Claims extends ClaimsTest {
        @Override
        Keeping keeping() {
            return Keeping.SERVER;
        }
    }

    @Nested
    class Fencing extends FencingTest {
        @Override
        Keeping keeping() {
            return Keeping.SERVER;
        }
    }

    @Nested
    class PinVault extends PinVaultTest {
        @Override
        Keeping keeping() {
            return Keeping.SERVER;
        }
    }

    @Nested
    class Revocations extends RevocationsTest {
        @Override
        Keeping keeping() {
            return Keeping.SERVER;
        }
    }

    @Nested
    class DirectoryAccounts extends DirectoryAccountsTest {
        @Override
        Keeping keeping() {
            return Keeping.SERVER;
        }
    }

    @Nested
    class SeveralProcesses extends SeveralProcessesTest {
        @Override
        Keeping keeping() {
            return Keeping.SERVER;
        }
    }
}
