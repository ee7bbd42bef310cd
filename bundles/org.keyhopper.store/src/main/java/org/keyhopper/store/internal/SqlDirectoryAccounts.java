package org.keyhopper.store.internal;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;

/** The configured directories, in the station's database. */
public final class SqlDirectoryAccounts implements DirectoryAccounts {

    private final Database database;
    private final SecretCipher cipher;

    public SqlDirectoryAccounts(StoreContext station) {
        database = station.database();
        cipher = station.cipher();
    }

    @Override
    public void put(DirectoryAccount account) {
        database.change(in -> {
            in.update("DELETE FROM directory_account WHERE name = ?", account.name());
            in.update(
                    "INSERT INTO directory_account (name, type, settings) VALUES (?, ?, ?)",
                    account.name(),
                    account.type(),
                    Json.of(account.settings().values()));
        });
    }

    @Override
    public Optional<DirectoryAccount> find(String name) {
        return database.read(
                in -> in.first("SELECT * FROM directory_account WHERE name = ?", SqlDirectoryAccounts::account, name));
    }

    @Override
    public List<DirectoryAccount> list() {
        return database.read(
                in -> in.list("SELECT * FROM directory_account ORDER BY name", SqlDirectoryAccounts::account));
    }

    @Override
    public boolean remove(String name) {
        return database.write(in -> {
            in.update("DELETE FROM secret WHERE owner = ?", owner(name));
            return in.update("DELETE FROM directory_account WHERE name = ?", name) > 0;
        });
    }

    @Override
    public Secrets secretsOf(String name) {
        return new SqlSecrets(database, cipher, owner(name));
    }

    private static String owner(String name) {
        return "directory/" + name;
    }

    private static DirectoryAccount account(Row row) throws SQLException {
        return new DirectoryAccount(row.text("name"), row.text("type"), new Settings(Json.map(row.text("settings"))));
    }
}
