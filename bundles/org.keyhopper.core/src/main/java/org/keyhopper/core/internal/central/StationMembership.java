package org.keyhopper.core.internal.central;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralConnector;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.CentralMembership;
import org.keyhopper.core.central.CentralReports;
import org.keyhopper.core.central.CentralStatus;
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

    private final Optional<CentralRecords> records;
    private final CentralConnection connection = new CentralConnection();
    private volatile CompletableFuture<CentralConnector> connector = new CompletableFuture<>();

    /** Guarded by this; null until it is needed. */
    private CentralEnrolments enrolments;

    /** Guarded by this; null until it is needed. */
    private CentralReports reports;

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
        return records.filter(CentralRecords::exists).map(it -> new StoredMembership(it.secrets()).read());
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
            return Answer.failed(
                    Problem.of(RunProblem.NO_SUCH_CONNECTOR, "central").withDetail(e.toString()));
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
            new StoredMembership(kept.secrets()).write(membership);
            connection.begin(membership);
            return membership;
        });
    }

    @Override
    public Optional<CentralStatus> status() {
        if (connection.status().isEmpty()) {
            current().ifPresent(membership -> {
                try (membership) {
                    connection.begin(membership);
                }
            });
        }
        return connection.status();
    }

    @Override
    public void addListener(Runnable listener) {
        connection.addListener(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        connection.removeListener(listener);
    }

    @Override
    public Answer<CentralAccess> check() {
        if (!isJoined()) {
            return Answer.failed(Problem.of(CentralConnectionProblem.NOT_JOINED));
        }
        return enrolments().access().map(access -> {
            connection.note(access);
            return access;
        });
    }

    @Override
    public Answer<CentralAccess> signIn(Consumer<URI> browser, BooleanSupplier cancelled) {
        if (!isJoined()) {
            return Answer.failed(Problem.of(CentralConnectionProblem.NOT_JOINED));
        }
        Answer<Secret> signedIn;
        try (Membership membership = current().orElseThrow()) {
            signedIn = required().flatMap(it -> it.signIn(membership, browser, cancelled));
        }
        return signedIn.flatMap(token -> {
            try (token) {
                kept().writeSignIn(token);
            }
            reopen();
            return check();
        });
    }

    @Override
    public Answer<CentralAccess> signOut() {
        if (!isJoined()) {
            return Answer.failed(Problem.of(CentralConnectionProblem.NOT_JOINED));
        }
        kept().forgetSignIn();
        reopen();
        return check();
    }

    @Override
    public Answer<Optional<String>> escrow() {
        if (!isJoined()) {
            return Answer.failed(Problem.of(CentralConnectionProblem.NOT_JOINED));
        }
        try (Membership membership = current().orElseThrow()) {
            return required().flatMap(it -> it.escrow(membership));
        }
    }

    @Override
    public Answer<Boolean> trustEscrow(String fingerprint) {
        return escrow().flatMap(now -> {
            if (!now.equals(Optional.of(fingerprint))) {
                return Answer.failed(Problem.of(CentralConnectionProblem.ESCROW_DIFFERS, now.orElse("-")));
            }
            kept().writeEscrow(fingerprint);
            reopen();
            return Answer.done(true);
        });
    }

    @Override
    public Answer<Optional<String>> pickUp() {
        if (!isJoined()) {
            return Answer.failed(Problem.of(CentralConnectionProblem.NOT_JOINED));
        }
        try (Membership membership = current().orElseThrow()) {
            return required().flatMap(it -> it.pickUp(membership));
        }
    }

    @Override
    public Answer<Boolean> trustPickUp(String fingerprint) {
        return pickUp().flatMap(now -> {
            if (!now.equals(Optional.of(fingerprint))) {
                return Answer.failed(Problem.of(CentralConnectionProblem.ESCROW_DIFFERS, now.orElse("-")));
            }
            kept().writePickUp(fingerprint);
            reopen();
            return Answer.done(true);
        });
    }

    private StoredMembership kept() {
        return new StoredMembership(records.orElseThrow().secrets());
    }

    private synchronized void reopen() {
        if (enrolments != null) {
            enrolments.disconnect();
        }
        enrolments = null;
        reports = null;
    }

    @Override
    public Answer<Boolean> leave() {
        if (!isJoined()) {
            return Answer.failed(Problem.of(CentralConnectionProblem.NOT_JOINED));
        }
        boolean told = tell();
        reopen();
        records.orElseThrow().remove();
        connection.end();
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

    @Override
    public synchronized CentralReports reports() {
        if (reports == null) {
            try (Membership membership = current().orElseThrow()) {
                reports = connector().reports(membership);
            }
        }
        return reports;
    }

    private CentralConnector connector() {
        Answer<CentralConnector> installed = required();
        return installed
                .result()
                .orElseThrow(() ->
                        new CentralUnavailableException(installed.failure().orElseThrow()));
    }

    /** Returns the calls to Central; only while the station has joined. */
    synchronized CentralEnrolments enrolments() {
        if (enrolments == null) {
            status();
            enrolments =
                    new ObservedEnrolments(connector().open(current().orElseThrow()), connection, new LostReleases());
        }
        return enrolments;
    }
}
