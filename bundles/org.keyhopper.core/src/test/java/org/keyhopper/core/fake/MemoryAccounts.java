package org.keyhopper.core.fake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;

/** Configured directories in memory. */
public final class MemoryAccounts implements DirectoryAccounts {

    private final Map<String, DirectoryAccount> accounts = new LinkedHashMap<>();

    @Override
    public synchronized void put(DirectoryAccount account) {
        accounts.put(account.name(), account);
    }

    @Override
    public void change(DirectoryAccount account) {
        put(account);
    }

    @Override
    public synchronized Optional<DirectoryAccount> find(String name) {
        return Optional.ofNullable(accounts.get(name));
    }

    @Override
    public synchronized List<DirectoryAccount> list() {
        return List.copyOf(accounts.values());
    }

    @Override
    public synchronized boolean remove(String name) {
        return accounts.remove(name) != null;
    }

    @Override
    public Secrets secretsOf(DirectoryAccount account) {
        return new Secrets() {
            @Override
            public Optional<Secret> get(String key) {
                return Optional.empty();
            }

            @Override
            public void put(String key, Secret secret) {
                throw new UnsupportedOperationException(key);
            }

            @Override
            public void forget(String key) {
                throw new UnsupportedOperationException(key);
            }
        };
    }
}
