package org.keyhopper.central.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.station.JoinCode;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.station.Stations;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.keyhopper.core.request.ProvisioningRequest;
import org.keyhopper.core.request.RequestId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stations in the database. */
public record JoinedStations(CentralStore store, SecureRandom random, RefusalBudget refusals) implements Stations {

    private static final Logger LOGGER = LoggerFactory.getLogger(JoinedStations.class);

    /** Letters and digits that are not mistaken for each other; 32 of them, so that each carries five bits. */
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int CHARACTERS = 26;
    private static final int GROUP = 5;

    @Override
    public Secret issueCode(Caller caller, String name, List<Grant> grants) {
        Secret code = freshCode();
        store.write(in -> {
            JoinCode stored = new JoinCode(hash(code), name, grants, in.now().plus(CODE_LIFE));
            in.stations().put(stored);
            return in.audit().append(AuditEvent.done(caller, AuditAction.CODE_ISSUED, "station-name:" + name));
        });
        return code;
    }

    @Override
    public Answer<Station> join(Caller caller, Secret code, String keyThumbprint, String publicKey) {
        String hash = hash(code);
        return store.write(in -> {
            Optional<Station> before = in.stations().joinedWith(hash);
            if (before.isPresent() && before.get().keyThumbprint().equals(keyThumbprint)) {
                return Answer.done(before.get());
            }
            Optional<JoinCode> valid =
                    in.stations().code(hash).filter(it -> it.expires().isAfter(in.now()));
            if (before.isPresent() || valid.isEmpty()) {
                Problem problem = Problem.of(CentralProblem.CODE_NOT_VALID);
                return refusals.take()
                        ? CallContext.refuse(in, caller, AuditAction.STATION_JOINED, "", problem)
                        : unrecorded(caller, problem);
            }
            return Answer.done(joined(in, caller, valid.get(), keyThumbprint, publicKey));
        });
    }

    private static <T> Answer<T> unrecorded(Caller caller, Problem problem) {
        LOGGER.warn("call {} refused, not in the audit trail: {}", caller.call(), problem);
        return Answer.failed(problem);
    }

    @Override
    public void refuse(Caller caller, Problem problem) {
        if (refusals.take()) {
            store.write(in -> CallContext.refuse(in, caller, AuditAction.SIGN_IN, "", problem));
        } else {
            unrecorded(caller, problem);
        }
    }

    private static Station joined(
            CentralTransaction in, Caller caller, JoinCode code, String keyThumbprint, String publicKey) {
        String id = UUID.randomUUID().toString();
        Station station = new Station(id, code.name(), keyThumbprint, publicKey, code.grants(), in.now(), false);
        in.stations().add(station, code.hash());
        in.audit()
                .append(AuditEvent.done(caller, AuditAction.STATION_JOINED, "station:" + id)
                        .with("key", keyThumbprint));
        return station;
    }

    @Override
    public Answer<Boolean> leave(Caller caller) {
        if (caller.kind() != Caller.Kind.STATION) {
            return Answer.failed(Problem.of(CentralProblem.NOT_PERMITTED, Caller.Kind.STATION.name()));
        }
        return store.write(in -> {
            in.stations().revoke(caller.id());
            in.audit().append(AuditEvent.done(caller, AuditAction.STATION_LEFT, "station:" + caller.id()));
            return Answer.done(true);
        });
    }

    @Override
    public List<ProvisioningRequest> requests(Caller caller) {
        return store.write(CentralTransaction::requestsWithRecipients).stream()
                .filter(request -> caller.lacks(Privilege.VIEW_REQUESTS, request.directory())
                        .isEmpty())
                .toList();
    }

    @Override
    public Answer<ProvisioningRequest> request(Caller caller, RequestId id) {
        Optional<ProvisioningRequest> found = store.write(in -> in.requestWithRecipients(id));
        if (found.isEmpty()) {
            return Answer.failed(Problem.of(CentralProblem.NO_SUCH_REQUEST, id.value()));
        }
        Optional<Problem> lacking =
                caller.lacks(Privilege.VIEW_REQUESTS, found.get().directory());
        return lacking.isPresent() ? Answer.failed(lacking.get()) : Answer.done(found.get());
    }

    @Override
    public Optional<Station> find(String id) {
        return store.write(in -> in.stations().find(id)).filter(station -> !station.revoked());
    }

    private Secret freshCode() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            text.append(i > 0 && i % GROUP == 0 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return Secret.of(text);
    }

    /** The code has 130 bits, so that a plain hash cannot be guessed. Hyphens and case do not matter. */
    private static String hash(Secret code) {
        byte[] text = code.toUtf8();
        try {
            String plain = new String(text, StandardCharsets.UTF_8)
                    .replace("-", "")
                    .strip()
                    .toUpperCase(java.util.Locale.ROOT);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(plain.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }
}
