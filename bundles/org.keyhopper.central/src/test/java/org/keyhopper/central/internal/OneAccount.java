package org.keyhopper.central.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;

/**
 * One account of a directory, which is found by any name and cannot be changed through this.
 *
 * @param account the account as it is now
 */
record OneAccount(Supplier<DirectoryAccount> account) implements DirectoryAccounts {

    @Override
    public void put(DirectoryAccount other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void change(DirectoryAccount changed) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<DirectoryAccount> find(String name) {
        return Optional.of(account.get());
    }

    @Override
    public List<DirectoryAccount> list() {
        return List.of(account.get());
    }

    @Override
    public boolean remove(String name) {
        return false;
    }

    @Override
    public Secrets secretsOf(DirectoryAccount ofAccount) {
        throw new UnsupportedOperationException();
    }
}
