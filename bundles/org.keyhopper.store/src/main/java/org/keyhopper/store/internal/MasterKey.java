package org.keyhopper.store.internal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.store.MasterKeySource;

/**
 * The master key of this station. Its source is chosen once, when the first secret is stored: the first in order that
 * can store a key. From then on only that source is used, and an encrypted proof distinguishes a wrong key from the
 * right one.
 */
final class MasterKey {

    private static final AssociatedData PROOF = new AssociatedData("proof");

    /** Of a station whose rows carry MACs; the other proof then is of a time before that. */
    private static final AssociatedData PROOF_WITH_MACS = new AssociatedData("proof", "row-macs");

    private static final int STATION_BYTES = 16;
    private static final int KEY_BYTES = 32;

    private record Kept(String source, byte[] station, String proof) {}

    private final Database database;
    private final Supplier<List<MasterKeySource>> sources;
    private final boolean macs;
    private final AssociatedData place;

    /** @param macs whether the rows of the database carry MACs by this key */
    MasterKey(Database database, Supplier<List<MasterKeySource>> sources, boolean macs) {
        this.database = database;
        this.sources = sources;
        this.macs = macs;
        place = macs ? PROOF_WITH_MACS : PROOF;
    }

    AeadCipher seal() {
        Optional<Kept> kept = database.readUnprotected(MasterKey::kept);
        return kept.isPresent() ? existing(kept.get()) : create();
    }

    private AeadCipher existing(Kept kept) {
        List<MasterKeySource> all = sources.get();
        MasterKeySource source = all.stream()
                .filter(it -> it.id().equals(kept.source()))
                .findFirst()
                .orElseThrow(() -> missing(kept.source()));
        refuseIgnoredPassphrase(all, source);
        AeadCipher seal = sealOf(source.find(kept.station()).orElseThrow(() -> missing(source.description())));
        if (isProven(seal, kept.proof())) {
            return seal;
        }
        return macs && isProven(seal, PROOF, kept.proof()) ? adopting(seal, kept) : replaced(source, kept.proof());
    }

    /**
     * Gives the rows of an earlier version their MACs, once: the new proof says that it was done, and only who has the key can
     * write the old one.
     */
    private AeadCipher adopting(AeadCipher seal, Kept before) {
        return database.writeUnprotected(in -> {
            if (kept(in).orElseThrow().proof().equals(before.proof())) {
                RowMacs.adopt(in, seal.macKey());
                in.update("UPDATE master_key SET proof = ? WHERE id = 1", seal.close(place, before.station()));
            }
            return seal;
        });
    }

    /** A rotation may have been killed between the commit and the new place of the key. */
    private AeadCipher replaced(MasterKeySource source, String proof) {
        Optional<byte[]> next = source instanceof KeyFile file ? file.readNext() : Optional.empty();
        AeadCipher seal = sealOf(next.orElseThrow(() -> wrong(source)));
        if (!isProven(seal, proof)) {
            throw wrong(source);
        }
        ((KeyFile) source).adoptNext();
        return seal;
    }

    /** Returns whether secrets were stored, which need the key. */
    boolean isChosen() {
        return database.readUnprotected(MasterKey::kept).isPresent();
    }

    /** Returns what is stored as proof of the key; empty if there is none yet. */
    Optional<String> proof() {
        return database.readUnprotected(MasterKey::kept).map(Kept::proof);
    }

    /**
     * Encrypts all secrets anew, in one transaction.
     *
     * @param next the key, which is wiped
     * @return how many there were
     */
    int reencrypt(byte[] next) {
        AeadCipher before = seal();
        AeadCipher after = sealOf(next);
        return database.writeUnprotected(in -> {
            Kept kept = kept(in).orElseThrow();
            if (!isProven(before, kept.proof())) {
                throw new StoreException("Another process has changed the master key. Nothing was changed.");
            }
            int count = SealedColumns.reencrypt(in, before, after);
            in.update(
                    "UPDATE master_key SET source = ?, proof = ? WHERE id = 1",
                    KeyFile.ID,
                    after.close(place, kept.station()));
            return count;
        });
    }

    /**
     * A key of the same source that replaces that of a station.
     *
     * @param station the salt, or the name of its entry
     */
    record Next(MasterKeySource source, byte[] station, AeadCipher cipher) {}

    /**
     * Makes a key that is not used yet.
     *
     * @param passphrase from which it is derived, if the present one is derived from a passphrase
     */
    Next makeNext(Optional<PassphraseKey> passphrase) {
        Kept kept = database.readUnprotected(MasterKey::kept)
                .orElseThrow(() -> new StoreException("Nothing is stored yet, so there is no key to replace."));
        MasterKeySource present = sources.get().stream()
                .filter(it -> it.id().equals(kept.source()))
                .findFirst()
                .orElseThrow(() -> missing(kept.source()));
        if (present instanceof KeyFile file) {
            return new Next(file, kept.station(), sealOf(file.makeNext()));
        }
        byte[] station = new byte[STATION_BYTES];
        new SecureRandom().nextBytes(station);
        MasterKeySource source = present instanceof PassphraseKey
                ? passphrase.orElseThrow(() -> new StoreException(
                        "The key is derived from a passphrase. Give the new one in " + PassphraseKey.NEXT + "."))
                : present;
        return new Next(
                source, station, sealOf(source.create(station).orElseThrow(() -> missing(source.description()))));
    }

    /** Makes a key that of the station, in the transaction that has encrypted everything with it. */
    void use(Transaction in, Next next) throws java.sql.SQLException {
        in.update(
                "UPDATE master_key SET source = ?, salt = ?, proof = ? WHERE id = 1",
                next.source().id(),
                Base64.getEncoder().encodeToString(next.station()),
                next.cipher().close(place, next.station()));
    }

    private AeadCipher create() {
        byte[] station = new byte[STATION_BYTES];
        new SecureRandom().nextBytes(station);
        for (MasterKeySource source : sources.get()) {
            Optional<byte[]> key = source.create(station);
            if (key.isPresent()) {
                AeadCipher seal = sealOf(key.get());
                return keep(source, station, seal) ? seal : seal();
            }
        }
        throw new StoreException(
                "There is nowhere to keep the key that protects the secrets of this station. Give a passphrase in "
                        + PassphraseKey.VARIABLE + ".");
    }

    /** Returns false if another process was faster, whose choice then applies. */
    private boolean keep(MasterKeySource source, byte[] station, AeadCipher seal) {
        String proof = seal.close(place, station);
        return database.writeUnprotected(in -> {
            if (kept(in).isPresent()) {
                return false;
            }
            in.update(
                    "INSERT INTO master_key (id, source, salt, proof) VALUES (1, ?, ?, ?)",
                    source.id(),
                    Base64.getEncoder().encodeToString(station),
                    proof);
            return true;
        });
    }

    /** An unused passphrase must not give the impression of protection. */
    private static void refuseIgnoredPassphrase(List<MasterKeySource> all, MasterKeySource used) {
        boolean ignored = !(used instanceof PassphraseKey)
                && all.stream().anyMatch(it -> it instanceof PassphraseKey passphrase && passphrase.isGiven());
        if (ignored) {
            throw new StoreException("A passphrase is given in " + PassphraseKey.VARIABLE
                    + ", but the secrets of this station are protected by " + used.description()
                    + ". Start without the passphrase.");
        }
    }

    private boolean isProven(AeadCipher seal, String proof) {
        return isProven(seal, place, proof);
    }

    private static boolean isProven(AeadCipher seal, AssociatedData place, String proof) {
        return seal.opens(place, proof);
    }

    private static StoreException wrong(MasterKeySource source) {
        return new StoreException("The secrets of this station are protected by " + source.description()
                + ", and it is not the right one.");
    }

    private static StoreException missing(String source) {
        return new StoreException("The secrets of this station are protected by " + source
                + ", which is missing. Give it and start again.");
    }

    private static AeadCipher sealOf(byte[] key) {
        try {
            if (key.length != KEY_BYTES) {
                throw new StoreException("The key that protects the secrets has the wrong length.");
            }
            return new AeadCipher(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    private static Optional<Kept> kept(Transaction in) throws java.sql.SQLException {
        return in.first(
                "SELECT source, salt, proof FROM master_key WHERE id = 1",
                row -> new Kept(row.text("source"), Base64.getDecoder().decode(row.text("salt")), row.text("proof")));
    }
}
