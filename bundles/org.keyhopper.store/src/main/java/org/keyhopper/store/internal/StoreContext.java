package org.keyhopper.store.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.store.MasterKeySource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The resources shared by the parts of the store. Accesses no file before the first read or write. An immediate
 * component, so that it exists while the bundle runs: claims must not end because a part is temporarily unused.
 */
@Component(service = StoreContext.class, immediate = true)
public final class StoreContext implements AutoCloseable {

    /** A station has nothing to do most of the time, and its key is needed again at once in a run. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

    private final Database database;
    private final RowProtection rows;
    private final Liveness liveness;
    private final Claims claims;
    private final StaleWrites staleWrites;
    private final StationTrail trail;
    private final MasterKey masterKey;
    private final SecretCipher cipher;
    private final KeyFile keyFile;
    private final Path folder;
    private final PassphraseKey passphrase;
    private List<MasterKeySource> added = new CopyOnWriteArrayList<>();
    private final Clock clock;

    @Activate
    public StoreContext() {
        this(Home.path(), PassphraseKey.ofEnvironment());
    }

    StoreContext(Path home, PassphraseKey passphrase) {
        this(home, passphrase, Clock.systemUTC());
    }

    private StoreContext(Path home, PassphraseKey passphrase, Clock clock) {
        this.clock = clock;
        folder = home.toAbsolutePath();
        this.passphrase = passphrase;
        keyFile = new KeyFile(folder.resolve("station.key"));
        rows = new RowMacs(new RowKey());
        database = new Database(new SqliteDialect(folder.resolve("station.db")), rows);
        liveness = new FileLiveness(folder.resolve("running"));
        claims = new Claims(database, liveness, in -> clock.instant());
        staleWrites = new StaleWrites(database, clock);
        trail = new SqlStationAudit(database, clock);
        masterKey = new MasterKey(database, this::keySources, true);
        cipher = new SecretCipher(masterKey, Optional.of(FORGOTTEN_AFTER));
    }

    /** The context of a Central, whose claims are held by stations and end by expiry. */
    private StoreContext(Path home, KeyFile keyFile, Database database, Claims.StoreClock claimClock) {
        clock = Clock.systemUTC();
        folder = home;
        passphrase = PassphraseKey.ofEnvironment();
        this.keyFile = keyFile;
        this.database = database;
        rows = RowProtection.NONE;
        liveness = new ExpiringLiveness();
        claims = new Claims(database, liveness, claimClock);
        staleWrites = new StaleWrites(database, clock);
        trail = StationTrail.NONE;
        masterKey = new MasterKey(database, this::keySources, false);
        cipher = new SecretCipher(masterKey, Optional.empty());
    }

    /** Creates the context of a Central. */
    static StoreContext ofCentral(Path home, KeyFile keyFile, Database database, Claims.StoreClock claimClock) {
        return new StoreContext(home, keyFile, database, claimClock);
    }

    /** Creates a context in another folder, with the passphrase and key sources of a station. */
    static StoreContext beside(StoreContext station, Path folder) {
        StoreContext beside = new StoreContext(folder, station.passphrase);
        // The same list, since a source may start after the station.
        beside.added = station.added;
        return beside;
    }

    /** Creates a context outside of OSGi, with the passphrase of the environment. */
    public static StoreContext at(Path home, List<MasterKeySource> sources) {
        StoreContext station = new StoreContext(home, PassphraseKey.ofEnvironment());
        sources.forEach(station::addSource);
        return station;
    }

    /** Creates a context outside of OSGi. */
    public static StoreContext at(Path home, Supplier<Optional<Secret>> passphrase) {
        return new StoreContext(home, new PassphraseKey(passphrase));
    }

    /** Creates a context outside of OSGi with the given clock. */
    public static StoreContext at(Path home, Supplier<Optional<Secret>> passphrase, Clock clock) {
        return new StoreContext(home, new PassphraseKey(passphrase), clock);
    }

    /** Opens the database immediately, and refuses a key file that others can read. */
    public void open() {
        keyFile.refuseIfOpenToOthers();
        database.read(in -> null);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(MasterKeySource source) {
        added.add(source);
    }

    void removeSource(MasterKeySource source) {
        added.remove(source);
    }

    @Override
    @Deactivate
    public void close() {
        try (liveness;
                database) {
            cipher.forget();
            rows.forget();
        }
    }

    Database database() {
        return database;
    }

    Path folder() {
        return folder;
    }

    Liveness liveness() {
        return liveness;
    }

    Claims claims() {
        return claims;
    }

    StaleWrites staleWrites() {
        return staleWrites;
    }

    StationTrail trail() {
        return trail;
    }

    SecretCipher cipher() {
        return cipher;
    }

    MasterKey masterKey() {
        return masterKey;
    }

    RowProtection rows() {
        return rows;
    }

    KeyFile keyFile() {
        return keyFile;
    }

    Clock clock() {
        return clock;
    }

    /** Returns the secrets of one owner. */
    public SqlSecrets secretsOf(String owner) {
        return new SqlSecrets(database, cipher, owner);
    }

    /** The key of the MACs is that of the secrets. */
    private final class RowKey implements RowMacs.Source {
        @Override
        public Optional<String> proof() {
            return masterKey.proof();
        }

        @Override
        public RowMacKey key() {
            cipher.forget();
            return cipher.ready().macKey();
        }
    }

    private List<MasterKeySource> keySources() {
        List<MasterKeySource> all = new ArrayList<>();
        all.add(passphrase);
        all.add(passphrase.earlier());
        all.addAll(added);
        all.add(keyFile);
        return all;
    }
}
