package org.keyhopper.core.internal.central;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.directory.Directory;
import org.keyhopper.api.directory.DirectoryConnector;
import org.keyhopper.api.directory.DirectoryPrompts;
import org.keyhopper.api.directory.Finding;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.api.settings.Settings;
import org.keyhopper.core.directory.Directories;
import org.keyhopper.core.directory.DirectoryAccount;
import org.keyhopper.core.directory.DirectoryAccounts;
import org.keyhopper.core.request.RecipientState;
import org.keyhopper.core.request.StoreException;

/** The directories of the station: its own, or Central's by name only while it has joined. */
public record JoinedDirectories(Directories own, StationMembership membership) implements Directories {

    @Override
    public DirectoryAccounts accounts() {
        return membership.isJoined() ? new NamedAccounts() : own.accounts();
    }

    @Override
    public List<DirectoryConnector> connectors() {
        return membership.isJoined() ? List.of() : own.connectors();
    }

    @Override
    public Answer<Directory> open(String name, DirectoryPrompts prompts) {
        return membership.isJoined() ? Answer.done(new CentralDirectory(known(name))) : own.open(name, prompts);
    }

    private Map<String, Recipient> known(String directory) {
        Map<String, Recipient> people = new HashMap<>();
        membership.mirror().list().stream()
                .filter(request -> request.directory().equals(directory))
                .flatMap(request -> request.recipients().stream())
                .map(RecipientState::recipient)
                .forEach(recipient -> people.put(recipient.reference(), recipient));
        return people;
    }

    @Override
    public List<Finding> check(DirectoryAccount account, Secrets secrets, DirectoryPrompts prompts) {
        if (membership.isJoined()) {
            throw refused();
        }
        return own.check(account, secrets, prompts);
    }

    private static StoreException refused() {
        return new StoreException("This station has joined a Central. Directories are configured there.");
    }

    /** Every name that a request of Central has is a directory there. */
    private record NamedAccounts() implements DirectoryAccounts {

        @Override
        public void put(DirectoryAccount account) {
            throw refused();
        }

        @Override
        public void change(DirectoryAccount account) {
            throw refused();
        }

        @Override
        public Optional<DirectoryAccount> find(String name) {
            return Optional.of(new DirectoryAccount(name, "central", new Settings(Map.of())));
        }

        @Override
        public List<DirectoryAccount> list() {
            return List.of();
        }

        @Override
        public boolean remove(String name) {
            throw refused();
        }

        @Override
        public Secrets secretsOf(DirectoryAccount account) {
            return new NoSecrets();
        }
    }

    private record NoSecrets() implements Secrets {

        @Override
        public Optional<Secret> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, Secret secret) {
            throw refused();
        }

        @Override
        public void forget(String key) {
            // There is none.
        }
    }
}
