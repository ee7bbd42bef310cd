package org.keyhopper.core.internal.station;

import java.util.List;
import java.util.Optional;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.request.StoreException;

/** Directories that can be used and not changed. Secrets still can: a sign-in renews its own. */
public record LockedAccounts(DirectoryAccounts accounts) implements DirectoryAccounts {

    @Override
    public void put(DirectoryAccount account) {
        throw locked();
    }

    @Override
    public void change(DirectoryAccount account) {
        throw locked();
    }

    @Override
    public boolean remove(String name) {
        throw locked();
    }

    @Override
    public Optional<DirectoryAccount> find(String name) {
        return accounts.find(name);
    }

    @Override
    public List<DirectoryAccount> list() {
        return accounts.list();
    }

    @Override
    public Secrets secretsOf(DirectoryAccount account) {
        return accounts.secretsOf(account);
    }

    private static StoreException locked() {
        return new StoreException("The policy of this computer does not let directories be changed.");
    }
}
