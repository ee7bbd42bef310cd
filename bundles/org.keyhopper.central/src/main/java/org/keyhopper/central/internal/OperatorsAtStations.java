package org.keyhopper.central.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.signin.SignedIn;
import org.keyhopper.central.signin.StationSignIn;
import org.keyhopper.central.signin.StationSignIns;
import org.keyhopper.central.station.Station;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;

/** Operators at stations, in the database. */
public record OperatorsAtStations(CentralStore store, SecureRandom random) implements StationSignIns {

    @Override
    public Answer<String> authorize(SignedIn operator, String station, String redirect, String challenge) {
        String code = new OneTimeCodes(random).token();
        return new ManagedCalls(store).change(operator.caller(), AuditAction.SIGN_IN, "station:" + station, in -> {
            Optional<Station> found =
                    in.stations().find(station).filter(it -> it.kind() == Station.Kind.STATION && !it.revoked());
            // A code for emergencies is not for provisioning.
            if (found.isEmpty() || operator.caller().kind() != Caller.Kind.OPERATOR) {
                return ManagedCalls.refused(CentralProblem.NO_SUCH_THING, station);
            }
            add(in, code, operator.caller().id(), station, redirect, challenge, CODE_LIFE);
            return Answer.done(code);
        });
    }

    private static void add(
            CentralTransaction in,
            String secret,
            String operator,
            String station,
            String redirect,
            String challenge,
            Duration life) {
        in.stationSignIns()
                .add(new StationSignIn(
                        ManagedCalls.sha256(secret),
                        operator,
                        station,
                        redirect,
                        challenge,
                        in.now().plus(life)));
    }

    @Override
    public Answer<SignedInAtStation> redeem(
            String call, Station station, String code, String redirect, String verifier) {
        String refresh = new OneTimeCodes(random).token();
        return new ManagedCalls(store).change(station.caller(call), AuditAction.SIGN_IN, "operator", in -> {
            Optional<StationSignIn> found = current(in, station, code);
            found.ifPresent(it -> in.stationSignIns().remove(it.hash()));
            return found.filter(it -> !it.challenge().isEmpty())
                    .filter(it -> it.redirect().equals(redirect))
                    .filter(it -> it.challenge().equals(challenge(verifier)))
                    .filter(it -> operator(in, it.operator()).isPresent())
                    .map(it -> {
                        add(in, refresh, it.operator(), station.id(), "", "", REFRESH_LIFE);
                        return Answer.done(new SignedInAtStation(it.operator(), refresh));
                    })
                    .orElseGet(() -> ManagedCalls.refused(CentralProblem.CODE_NOT_VALID));
        });
    }

    private static Optional<StationSignIn> current(CentralTransaction in, Station station, String secret) {
        return in.stationSignIns()
                .find(ManagedCalls.sha256(secret))
                .filter(it -> it.station().equals(station.id()))
                .filter(it -> it.expires().isAfter(in.now()));
    }

    private static Optional<Operator> operator(CentralTransaction in, String id) {
        return in.operators().find(id).filter(it -> !it.disabled());
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public Answer<String> refresh(String call, Station station, String refreshToken) {
        return new ManagedCalls(store).view(station.caller(call), "operator", in -> current(in, station, refreshToken)
                .filter(it -> it.challenge().isEmpty())
                .flatMap(it -> operator(in, it.operator()))
                .map(it -> Answer.done(it.id()))
                .orElseGet(() -> ManagedCalls.refused(CentralProblem.CODE_NOT_VALID)));
    }

    @Override
    public Optional<Caller> caller(String operator, Station station, String call) {
        return store.write(in -> operator(in, operator)
                .map(it -> new Caller(
                        Caller.Kind.OPERATOR,
                        it.id(),
                        OperatorSignIns.grants(in, it),
                        call,
                        Optional.of(station.id()))));
    }
}
