package org.keyhopper.core.internal.central;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.settings.Secrets;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralConnector;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.CentralMembership;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;
import org.keyhopper.core.central.ServerIdentity;
import org.keyhopper.core.records.CentralRecords;
import org.keyhopper.core.records.StationRecords;
import org.keyhopper.core.request.CentralUnavailableException;
import org.keyhopper.core.request.Requests;
import org.keyhopper.core.request.StoreException;
import org.keyhopper.core.run.RunProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The membership, kept as secrets of the records for Central. */
public final class StationMembership implements CentralMembership {

    private static final Logger LOGGER = LoggerFactory.getLogger(StationMembership.class);
    private static final Duration STARTING = Duration.ofSeconds(10);
    private static final String ADDRESS = "address";
    private static final String FINGERPRINT = "fingerprint";
    private static final String CENTRAL = "central";
    private static final String STATION = "station";
    private static final String NAME = "name";
    private static final String KEY = "key";

    private final Optional<CentralRecords> records;
    private volatile CompletableFuture<CentralConnector> connector = new CompletableFuture<>();

    /** Guarded by this; null until it is needed. */
    private CentralEnrolments enrolments;

    public StationMembership(StationRecords records) {
        this.records = records.central();
    }

    /** Sets the way to Centrals; null if there is none. */
    public void use(CentralConnector installed) {
        if (installed == null) {
            connector = new CompletableFuture<>();
        } else {
            connector.complete(installed);
        }
    }

    @Override
    public boolean isJoined() {
        return records.filter(CentralRecords::exists).isPresent();
    }

    @Override
    public Optional<Membership> current() {
        return records.filter(CentralRecords::exists).map(it -> read(it.secrets()));
    }

    private static Membership read(Secrets secrets) {
        return new Membership(
                URI.create(text(secrets, ADDRESS)),
                Optional.of(text(secrets, FINGERPRINT)).filter(it -> !it.isEmpty()),
                text(secrets, CENTRAL),
                text(secrets, STATION),
                text(secrets, NAME),
                secrets.get(KEY).orElseThrow(StationMembership::incomplete));
    }

    private static String text(Secrets secrets, String key) {
        try (Secret secret = secrets.get(key).orElseThrow(StationMembership::incomplete)) {
            return new String(secret.toChars());
        }
    }

    private static StoreException incomplete() {
        return new StoreException(
                "The membership in Central is incomplete. Leave with \"keyhopper central leave\" and join again.");
    }

    private static void write(Secrets secrets, Membership membership) {
        put(secrets, ADDRESS, membership.address().toString());
        put(secrets, FINGERPRINT, membership.fingerprint().orElse(""));
        put(secrets, CENTRAL, membership.central());
        put(secrets, STATION, membership.station());
        put(secrets, NAME, membership.name());
        secrets.put(KEY, membership.key());
    }

    private static void put(Secrets secrets, String key, String text) {
        try (Secret secret = Secret.of(text)) {
            secrets.put(key, secret);
        }
    }

    @Override
    public Answer<ServerIdentity> identify(URI address) {
        return required().flatMap(it -> it.identify(address));
    }

    /** Waits for the connector, which may start after the station. */
    private Answer<CentralConnector> required() {
        try {
            return Answer.done(connector.get(STARTING.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.failed(Problem.of(RunProblem.STOPPED));
        } catch (ExecutionException | TimeoutException e) {
            return Answer.failed(Problem.of(RunProblem.NO_SUCH_CONNECTOR, "central").withDetail(e.toString()));
        }
    }

    @Override
    public Answer<Membership> join(JoinOrder order) {
        if (isJoined()) {
            return Answer.failed(Problem.of(
                    CentralConnectionProblem.ALREADY_JOINED,
                    current().orElseThrow().address().toString()));
        }
        CentralRecords kept = records.orElseThrow(() -> new StoreException("This store cannot keep a membership."));
        return required().flatMap(it -> it.join(order)).map(membership -> {
            write(kept.secrets(), membership);
            return membership;
        });
    }

    @Override
    public Answer<Boolean> leave() {
        if (!isJoined()) {
            return Answer.failed(Problem.of(CentralConnectionProblem.NOT_JOINED));
        }
        boolean told = tell();
        synchronized (this) {
            enrolments = null;
        }
        records.orElseThrow().remove();
        return Answer.done(told);
    }

    private boolean tell() {
        try {
            return required().flatMap(it -> it.leave(current().orElseThrow())) instanceof Answer.Done<Boolean>;
        } catch (StoreException e) {
            LOGGER.warn("Central was not told that this station leaves, since its membership cannot be read", e);
            return false;
        }
    }

    /** Returns the requests as they were read last; only while the station has joined. */
    Requests mirror() {
        return records.orElseThrow().records().requests();
    }

    /** Returns the calls to Central; only while the station has joined. */
    synchronized CentralEnrolments enrolments() {
        if (enrolments == null) {
            Answer<CentralConnector> installed = required();
            enrolments = installed.result()
                    .orElseThrow(() -> new CentralUnavailableException(
                            installed.failure().orElseThrow()))
                    .open(current().orElseThrow());
        }
        return enrolments;
    }
}
