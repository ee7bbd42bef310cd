package org.keyhopper.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.keyhopper.core.request.StoreException;

/** Runs the tests of the embedded database against a PostgreSQL server, as Central uses one. */
@EnabledIfEnvironmentVariable(named = DatabaseKind.ADDRESS, matches = "postgresql:.*")
class DatabaseServerTest {

    @Nested
    class StationClaims extends ClaimsTest {
        @Override
        DatabaseKind databaseKind() {
            return DatabaseKind.SERVER;
        }
    }

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

        @Test
        void idleInstanceIsSeenAgainAfterTheServerWasRestarted() throws SQLException {
            one.instances().announce("1.0.0");
            String instance = two.instances().list().getFirst().id();
            DatabaseKind.endSessionOf(instance);
            assertEquals(List.of(), two.instances().list());
            one.instances().announce("1.0.0");
            assertEquals(
                    List.of(instance),
                    two.instances().list().stream().map(Instances.Instance::id).toList());
        }
    }

    @Nested
    class CentralDirectories extends CentralDirectoriesTest {
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

    @Nested
    class PickUps extends PickUpTableTest {
        @Override
        DatabaseKind keeping() {
            return DatabaseKind.SERVER;
        }
    }

    @Test
    void anUnreachableServerIsNamed(@TempDir Path home) {
        Optional<String> address = Optional.of("postgresql://central@127.0.0.1:1/keyhopper");
        String message = assertThrows(StoreException.class, () -> CentralDatabase.open(home, address))
                .getMessage();
        assertTrue(message.contains("does not answer: 127.0.0.1:1/keyhopper"), message);
    }
}
