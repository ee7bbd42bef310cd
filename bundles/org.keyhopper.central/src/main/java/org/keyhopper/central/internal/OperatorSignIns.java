package org.keyhopper.central.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Grant;
import org.keyhopper.central.access.Role;
import org.keyhopper.central.access.Scope;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.operator.Operator;
import org.keyhopper.central.policy.RoleMapping;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.signin.Attempt;
import org.keyhopper.central.signin.OpenedSession;
import org.keyhopper.central.signin.ProvenOperator;
import org.keyhopper.central.signin.Session;
import org.keyhopper.central.signin.SignInRules;
import org.keyhopper.central.signin.SignIns;
import org.keyhopper.central.signin.SignedIn;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sign-ins and sessions in the database.
 *
 * @param refusals how many refusals of callers that are not signed in are recorded
 * @param emergencies how many codes for emergencies are compared, since each takes memory and time
 */
public record OperatorSignIns(
        CentralStore store, SignInRules rules, SecureRandom random, RefusalBudget refusals, RefusalBudget emergencies)
        implements SignIns {

    private static final Logger LOGGER = LoggerFactory.getLogger(OperatorSignIns.class);
    private static final String BREAK_GLASS = "break-glass";
    private static final String ADMINISTRATOR = "administrator";
    private static final int EMERGENCIES = 6;
    private static final Duration BETWEEN_USES = Duration.ofMinutes(1);
    private static final List<Grant> ALL = List.of(new Grant(Role.ADMINISTRATOR, new Scope.Everything()));

    public OperatorSignIns(CentralStore store, SignInRules rules, SecureRandom random, RefusalBudget refusals) {
        this(store, rules, random, refusals, new RefusalBudget(InstantSource.system(), EMERGENCIES));
    }

    @Override
    public void begin(String state, String browser, String nonce, String verifier, String returnTo) {
        store.write(in -> {
            in.sessions()
                    .add(new Attempt(
                            ManagedCalls.sha256(state),
                            ManagedCalls.sha256(browser),
                            nonce,
                            verifier,
                            returnTo,
                            in.now().plus(ATTEMPT_LIFE)));
            return state;
        });
    }

    @Override
    public Optional<Attempt> take(String state, String browser) {
        String expected = ManagedCalls.sha256(browser);
        return store.write(in -> in.sessions()
                .take(ManagedCalls.sha256(state))
                .filter(attempt -> attempt.browser().equals(expected))
                .filter(attempt -> attempt.expires().isAfter(in.now())));
    }

    @Override
    public Answer<OpenedSession> signIn(String call, ProvenOperator proven) {
        return store.write(in -> {
            Optional<Operator> operator = operator(in, proven);
            if (operator.isEmpty()) {
                return CallContext.refuse(
                        in, Caller.none(call), AuditAction.SIGN_IN, "", Problem.of(CentralProblem.SIGN_IN_REFUSED));
            }
            Operator signedIn = operator.get();
            in.operators().signedIn(signedIn);
            OpenedSession opened =
                    opened(in, Optional.of(signedIn.id()), Optional.of(proven.idToken()), rules.absolute());
            Caller caller = new Caller(Caller.Kind.OPERATOR, signedIn.id(), List.of(), call);
            in.audit().append(AuditEvent.done(caller, AuditAction.SIGN_IN, ""));
            return Answer.done(opened);
        });
    }

    /** Returns the operator as signed in; empty if it is disabled, or another identity has the login. */
    private static Optional<Operator> operator(CentralTransaction in, ProvenOperator proven) {
        Optional<Operator> known = in.operators().withIdentity(proven.identity());
        Optional<Operator> named = in.operators().withLogin(proven.login());
        boolean taken = known.isEmpty() && named.flatMap(Operator::identity).isPresent();
        if (taken) {
            LOGGER.warn("A sign-in was refused: its login belongs to another identity");
            return Optional.empty();
        }
        Operator operator = known.or(() -> named).orElseGet(() -> fresh(in, proven));
        return operator.disabled()
                ? Optional.empty()
                : Optional.of(operator.signedIn(proven.identity(), proven.name(), values(in, proven), in.now()));
    }

    private static Operator fresh(CentralTransaction in, ProvenOperator proven) {
        Operator fresh = ManagedOperators.added(in, UUID.randomUUID().toString(), proven.login(), List.of());
        in.operators().add(fresh);
        return fresh;
    }

    private static List<String> values(CentralTransaction in, ProvenOperator proven) {
        RoleMapping mapping = in.settings().mapping();
        return proven.claims().getOrDefault(mapping.claim(), List.of()).stream()
                .map(value -> mapping.claim() + "=" + value)
                .toList();
    }

    private OpenedSession opened(
            CentralTransaction in, Optional<String> operator, Optional<String> idToken, Duration life) {
        OneTimeCodes codes = new OneTimeCodes(random);
        String cookie = codes.token();
        Instant now = in.now();
        Session session =
                new Session(ManagedCalls.sha256(cookie), operator, codes.token(), idToken, now, now, now.plus(life));
        in.sessions().add(session);
        return new OpenedSession(cookie, session);
    }

    @Override
    public Answer<OpenedSession> breakGlass(String call, Secret code) {
        if (!emergencies.take()) {
            Problem problem = Problem.of(CentralProblem.TOO_MANY_CALLS, "60");
            refuse(call, BREAK_GLASS, problem);
            return Answer.failed(problem);
        }
        Optional<String> hash = store.write(in -> in.settings().codeHash(BREAK_GLASS));
        boolean valid = rules.breakGlass() && hash.isPresent() && rules.hash().matches(plain(code), hash.get());
        Caller caller = new Caller(Caller.Kind.BREAK_GLASS, "", ALL, call);
        LOGGER.error("call {}: the code for emergencies was {}", call, valid ? "used to sign in" : "refused");
        return store.write(in -> {
            if (!valid) {
                return CallContext.refuse(
                        in, Caller.none(call), AuditAction.BREAK_GLASS, "", Problem.of(CentralProblem.CODE_NOT_VALID));
            }
            OpenedSession opened = opened(in, Optional.empty(), Optional.empty(), BREAK_GLASS_LIFE);
            in.audit().append(AuditEvent.done(caller, AuditAction.BREAK_GLASS, ""));
            return Answer.done(opened);
        });
    }

    private static Secret plain(Secret code) {
        return Secret.of(OneTimeCodes.plain(code));
    }

    @Override
    public Secret newBreakGlassCode(Caller caller) {
        Secret code = new OneTimeCodes(random).fresh();
        String hash = rules.hash().hash(plain(code));
        return newCode(caller, AuditAction.BREAK_GLASS, BREAK_GLASS, hash, code);
    }

    private Secret newCode(Caller caller, AuditAction action, String name, String hash, Secret code) {
        store.write(in -> {
            in.settings().putCodeHash(name, hash);
            return in.audit().append(AuditEvent.done(caller, action, "code:" + name));
        });
        return code;
    }

    @Override
    public Optional<SignedIn> find(String cookie, String call) {
        String hash = ManagedCalls.sha256(cookie);
        return store.write(in -> in.sessions().find(hash).flatMap(session -> used(in, session, call)));
    }

    private Optional<SignedIn> used(CentralTransaction in, Session session, String call) {
        Instant now = in.now();
        boolean ended = !session.expires().isAfter(now)
                || !session.lastUsed().plus(rules.idle()).isAfter(now);
        if (ended) {
            in.sessions().remove(session.hash());
            return Optional.empty();
        }
        if (session.lastUsed().plus(BETWEEN_USES).isBefore(now)) {
            in.sessions().use(session.hash(), now);
        }
        return session.operator().isEmpty() ? emergency(session, call) : operator(in, session, call);
    }

    private Optional<SignedIn> emergency(Session session, String call) {
        return rules.breakGlass()
                ? Optional.of(new SignedIn(new Caller(Caller.Kind.BREAK_GLASS, "", ALL, call), session, BREAK_GLASS))
                : Optional.empty();
    }

    private static Optional<SignedIn> operator(CentralTransaction in, Session session, String call) {
        return in.operators()
                .find(session.operator().orElseThrow())
                .filter(operator -> !operator.disabled())
                .map(operator -> new SignedIn(
                        new Caller(Caller.Kind.OPERATOR, operator.id(), grants(in, operator), call),
                        session,
                        operator.name()));
    }

    /** Returns the roles assigned by name and those that follow from claims. */
    static List<Grant> grants(CentralTransaction in, Operator operator) {
        List<Grant> grants = new ArrayList<>(operator.grants());
        grants.addAll(in.settings().mapping().grants(operator.claims()));
        return grants;
    }

    @Override
    public void signOut(SignedIn signedIn) {
        store.write(in -> {
            in.sessions().remove(signedIn.session().hash());
            signedIn.session().operator().ifPresent(in.stationSignIns()::removeAll);
            return in.audit().append(AuditEvent.done(signedIn.caller(), AuditAction.SIGN_OUT, ""));
        });
    }

    @Override
    public Secret newAdministratorCode(Caller caller) {
        Secret code = new OneTimeCodes(random).fresh();
        return newCode(caller, AuditAction.CODE_ISSUED, ADMINISTRATOR, OneTimeCodes.hash(code), code);
    }

    @Override
    public Optional<Secret> firstAdministratorCode(Caller caller) {
        Secret code = new OneTimeCodes(random).fresh();
        boolean first = store.write(in -> {
            if (in.settings().codeHash(ADMINISTRATOR).isPresent()) {
                return false;
            }
            in.settings().putCodeHash(ADMINISTRATOR, OneTimeCodes.hash(code));
            in.audit().append(AuditEvent.done(caller, AuditAction.CODE_ISSUED, "code:" + ADMINISTRATOR));
            return true;
        });
        return first ? Optional.of(code) : Optional.empty();
    }

    @Override
    public Answer<String> becomeAdministrator(Caller caller, Secret code) {
        String hash = OneTimeCodes.hash(code);
        return new ManagedCalls(store).change(caller, AuditAction.ADMINISTRATOR_CLAIMED, "", in -> {
            Optional<Operator> operator = in.operators().find(caller.id());
            boolean valid = caller.kind() == Caller.Kind.OPERATOR
                    && operator.isPresent()
                    && in.settings()
                            .codeHash(ADMINISTRATOR)
                            .filter(hash::equals)
                            .isPresent();
            if (!valid) {
                return ManagedCalls.refused(CentralProblem.CODE_NOT_VALID);
            }
            List<Grant> grants = new ArrayList<>(operator.get().grants());
            grants.addAll(ALL);
            if (!in.operators().replace(operator.get().with(grants, false))) {
                return ManagedCalls.refused(CentralProblem.VERSION_DIFFERS);
            }
            in.settings().putCodeHash(ADMINISTRATOR, "");
            return Answer.done(caller.id());
        });
    }

    @Override
    public void refuse(String call, String subject, Problem problem) {
        if (refusals.take()) {
            store.write(in -> CallContext.refuse(in, Caller.none(call), AuditAction.SIGN_IN, subject, problem));
        } else {
            LOGGER.warn("call {} refused, not in the audit trail: {}", call, problem);
        }
    }
}
