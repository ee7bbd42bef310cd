package org.keyhopper.central.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;

/**
 * The hashes of the audit trail: SHA-256 over the previous hash and all members of the entry, each preceded by its
 * length. To change or remove an entry, all later hashes have to be replaced, which an exported hash then contradicts.
 */
public final class AuditChain {

    /** The hash before the first entry. */
    public static final String START = "0".repeat(64);

    private AuditChain() {}

    /** Returns the hash of an entry. */
    public static String hash(String previous, long number, Instant at, AuditEvent event) {
        MessageDigest digest = sha256();
        add(digest, previous);
        add(digest, Long.toString(number));
        add(digest, at.toString());
        add(digest, event.actor());
        add(digest, event.action().name());
        add(digest, event.subject());
        add(digest, event.problem().orElse(""));
        add(digest, Integer.toString(event.facts().size()));
        event.facts().forEach((name, value) -> {
            add(digest, name);
            add(digest, value);
        });
        add(digest, event.call());
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Verifies consecutive entries.
     *
     * @param previous the hash before the first of them, {@link #START} for the whole trail
     * @param next the number that the first of them must have
     * @return the number of the first entry that is missing or was changed; empty if all are as they were written
     */
    public static OptionalLong firstBroken(String previous, long next, List<AuditEntry> entries) {
        String before = previous;
        long expected = next;
        for (AuditEntry entry : entries) {
            boolean intact = entry.number() == expected
                    && entry.hash().equals(hash(before, entry.number(), entry.at(), entry.event()));
            if (!intact) {
                return OptionalLong.of(expected);
            }
            before = entry.hash();
            expected++;
        }
        return OptionalLong.empty();
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
