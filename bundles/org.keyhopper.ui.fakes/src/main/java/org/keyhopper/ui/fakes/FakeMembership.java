package org.keyhopper.ui.fakes;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.core.central.CentralAccess;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralMembership;
import org.keyhopper.core.central.CentralPrivilege;
import org.keyhopper.core.central.CentralStatus;
import org.keyhopper.core.central.CentralStatus.Connection;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;
import org.keyhopper.core.central.ServerIdentity;

/** A station and the Central in its reach, if there is one. */
public final class FakeMembership implements CentralMembership {

    public static final String CODE = "AAAAA-BBBBB";
    private static final CentralAccess OF_STATION = new CentralAccess(Optional.empty(), Set.of());

    /** Who answers at any address; empty while no Central is in reach. */
    public Optional<ServerIdentity> server = Optional.empty();

    /** Who signs in next; empty if the operator cancels. */
    public Optional<CentralAccess> next =
            Optional.of(new CentralAccess(Optional.of("Olivia Operator"), EnumSet.allOf(CentralPrivilege.class)));

    public final List<JoinOrder> orders = new ArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Optional<CentralStatus> status = Optional.empty();

    public final FakeReports reports = new FakeReports();

    /** The fingerprint of the certificate that Central has. */
    public Optional<String> escrow = Optional.empty();

    /** What was confirmed, in order. */
    public final List<String> trusted = new ArrayList<>();

    @Override
    public Answer<Optional<String>> escrow() {
        return Answer.done(escrow);
    }

    @Override
    public Answer<Optional<String>> pickUp() {
        return Answer.done(Optional.empty());
    }

    @Override
    public Answer<Boolean> trustPickUp(String fingerprint) {
        return Answer.failed(Problem.of(CentralConnectionProblem.ESCROW_DIFFERS, "-"));
    }

    @Override
    public Answer<Boolean> trustEscrow(String fingerprint) {
        if (!escrow.equals(Optional.of(fingerprint))) {
            return Answer.failed(Problem.of(CentralConnectionProblem.ESCROW_DIFFERS, escrow.orElse("-")));
        }
        trusted.add(fingerprint);
        return Answer.done(true);
    }

    @Override
    public FakeReports reports() {
        return reports;
    }

    /** Joins without a call. */
    public void joined(CentralAccess access) {
        set(Optional.of(new CentralStatus(
                "Main",
                URI.create("https://central.contoso.example"),
                "Desk 1",
                Optional.of(access),
                Connection.CONNECTED,
                Optional.empty())));
    }

    /** Cuts the connection, or ends the sign-in. */
    public void lose(Connection connection, Problem problem) {
        set(status.map(old -> new CentralStatus(
                old.central(), old.address(), old.station(), old.access(), connection, Optional.of(problem))));
    }

    private void set(Optional<CentralStatus> changed) {
        status = changed;
        listeners.forEach(Runnable::run);
    }

    @Override
    public boolean isJoined() {
        return status.isPresent();
    }

    @Override
    public Optional<Membership> current() {
        return status.map(it -> new Membership(
                it.address(),
                Optional.empty(),
                it.central(),
                "s1",
                it.station(),
                Secret.of("key"),
                escrow,
                Optional.empty(),
                it.access().flatMap(CentralAccess::operator).map(Secret::of)));
    }

    @Override
    public Answer<ServerIdentity> identify(URI address) {
        return server.map(Answer::done).orElseGet(() -> unreachable(address));
    }

    private static <T> Answer<T> unreachable(URI address) {
        return Answer.failed(Problem.of(CentralConnectionProblem.UNREACHABLE, address.toString()));
    }

    @Override
    public Answer<Membership> join(JoinOrder order) {
        if (server.isEmpty()) {
            return unreachable(order.address());
        }
        orders.add(order);
        if (!CODE.equals(new String(order.code().toChars()))) {
            return Answer.failed(Problem.of(CentralConnectionProblem.BAD_ANSWER, "code"));
        }
        set(Optional.of(new CentralStatus(
                order.name(),
                order.address(),
                "Desk 1",
                Optional.of(OF_STATION),
                Connection.CONNECTED,
                Optional.empty())));
        return Answer.done(current().orElseThrow());
    }

    @Override
    public Optional<CentralStatus> status() {
        return status;
    }

    @Override
    public Answer<CentralAccess> check() {
        return status.map(it -> it.problem().isPresent()
                        ? Answer.<CentralAccess>failed(it.problem().get())
                        : Answer.done(it.access().orElse(OF_STATION)))
                .orElseGet(() -> Answer.failed(Problem.of(CentralConnectionProblem.NOT_JOINED)));
    }

    @Override
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void removeListener(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public Answer<CentralAccess> signIn(Consumer<URI> browser, BooleanSupplier cancelled) {
        browser.accept(URI.create("https://central.contoso.example/authorize"));
        if (next.isEmpty()) {
            return Answer.failed(
                    Problem.of(CentralConnectionProblem.SIGN_IN_CANCELLED, "https://central.contoso.example"));
        }
        return with(next.get());
    }

    @Override
    public Answer<CentralAccess> signOut() {
        return with(OF_STATION);
    }

    private Answer<CentralAccess> with(CentralAccess access) {
        set(status.map(old -> new CentralStatus(
                old.central(),
                old.address(),
                old.station(),
                Optional.of(access),
                Connection.CONNECTED,
                Optional.empty())));
        return Answer.done(access);
    }

    @Override
    public Answer<Boolean> leave() {
        if (status.isEmpty()) {
            return Answer.failed(Problem.of(CentralConnectionProblem.NOT_JOINED));
        }
        set(Optional.empty());
        return Answer.done(server.isPresent());
    }
}
