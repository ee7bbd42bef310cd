package org.keyhopper.store;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** Runs the tests of the local database against the shared server. */
@EnabledIfEnvironmentVariable(named = DatabaseKind.ADDRESS, matches = "postgresql:.*")
class SharedServerTest {

    @Nested
    class Requests extends RequestsTest {
        @Override
        DatabaseKind databaseKind() {
            return DatabaseKind.SERVER;
        }
    }

    @Nested
    class Journal extends JournalTest {
        @Override
        DatabaseKind databaseKind() {
            return DatabaseKind.SERVER;
        }
    }

    @Nested
    class Inventory extends InventoryTest {
        @Override
        DatabaseKind databaseKind() {
            return DatabaseKind.SERVER;
        }
    }

    @Nested
    class Claims extends ClaimsTest {
        @Override
        DatabaseKind databaseKind() {
            return DatabaseKind.SERVER;
        }
    }

    @Nested
    class Fencing extends FencingTest {
        @Override
        DatabaseKind databaseKind() {
            return DatabaseKind.SERVER;
        }
    }

    @Nested
    class PinVault extends PinVaultTest {
        @Override
        DatabaseKind databaseKind() {
            return DatabaseKind.SERVER;
        }
    }

    @Nested
    class Revocations extends RevocationsTest {
        @Override
        DatabaseKind databaseKind() {
            return DatabaseKind.SERVER;
        }
    }

    @Nested
    class DirectoryAccounts extends DirectoryAccountsTest {
        @Override
        DatabaseKind databaseKind() {
            return DatabaseKind.SERVER;
        }
    }

    @Nested
    class SeveralProcesses extends SeveralProcessesTest {
        @Override
        DatabaseKind databaseKind() {
            return DatabaseKind.SERVER;
        }
    }

    @Nested
    class CentralClaims extends CentralClaimsTest {
        @Override
        DatabaseKind keeping() {
            return DatabaseKind.SERVER;
        }
    }

    @Nested
    class CentralInstances extends InstancesTest {
        @Override
        DatabaseKind keeping() {
            return DatabaseKind.SERVER;
        }
    }

    @Nested
    class CentralTables extends CentralTablesTest {
        @Override
        DatabaseKind keeping() {
            return DatabaseKind.SERVER;
        }
    }

    @Nested
    class CentralRecords extends CentralRecordsTest {
        @Override
        DatabaseKind keeping() {
            return DatabaseKind.SERVER;
        }
    }
}
