package org.keyhopper.central.client.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.settings.Secret;
import org.keyhopper.api.transport.Deadline;
import org.keyhopper.core.central.CentralConnectionProblem;
import org.keyhopper.core.central.CentralConnector;
import org.keyhopper.core.central.CentralEnrolments;
import org.keyhopper.core.central.CentralReports;
import org.keyhopper.core.central.JoinOrder;
import org.keyhopper.core.central.Membership;
import org.keyhopper.core.central.ServerIdentity;
import org.keyhopper.directory.support.http.CurrentProxy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Centrals over HTTPS, and over HTTP on this computer. */
@Component(service = CentralConnector.class)
public final class HttpCentralConnector implements CentralConnector {

    private static final CurrentProxy PROXY = new CurrentProxy();
    private static final Duration HANDSHAKE = Duration.ofSeconds(10);
    private static final Duration JOIN = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Duration pause;

    @Activate
    public HttpCentralConnector() {
        this(PAUSE);
    }

    /** @param pause between two attempts */
    public HttpCentralConnector(Duration pause) {
        this.pause = pause;
    }

    @Override
    public Answer<ServerIdentity> identify(URI address) {
        if ("http".equals(address.getScheme())) {
            return Answer.done(new ServerIdentity(address, "", "", true));
        }
        AtomicReference<X509Certificate> seen = new AtomicReference<>();
        Optional<IOException> failure = handshake(address, Optional.of(ServerTrust.reporting(seen::set)));
        if (seen.get() == null) {
            String detail = failure.map(IOException::toString).orElse("no certificate");
            return Answer.failed(Problem.of(CentralConnectionProblem.UNREACHABLE, address.toString())
                    .withDetail(detail));
        }
        boolean trusted = handshake(address, Optional.empty()).isEmpty();
        return Answer.done(new ServerIdentity(
                address,
                ServerTrust.fingerprint(seen.get()),
                seen.get().getIssuerX500Principal().getName(),
                trusted));
    }

    /** Returns the failure of a request for the server's health. */
    private static Optional<IOException> handshake(URI address, Optional<SSLContext> context) {
        HttpClient.Builder builder = HttpClient.newBuilder().proxy(PROXY).connectTimeout(HANDSHAKE);
        context.ifPresent(builder::sslContext);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + "/health")).timeout(HANDSHAKE);
        PROXY.authorization(address).ifPresent(value -> request.header(CurrentProxy.AUTHORIZATION, value));
        try (HttpClient client = builder.build()) {
            client.send(request.build(), HttpResponse.BodyHandlers.discarding());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new IOException(e));
        }
    }

    @Override
    public Answer<Membership> join(JoinOrder order) {
        StationKey key = StationKey.fresh();
        CentralHttp http = new CentralHttp(order.address(), order.fingerprint());
        JsonObject body = new JsonObject();
        body.addProperty("code", new String(order.code().toChars()));
        HttpCall call = HttpCall.post("/api/v1/stations", body.toString());
        Answer<HttpReply> answer = TokenSession.sendWithProof(http, key, call, Deadline.in(JOIN));
        if (answer instanceof Answer.Unclear<HttpReply>) {
            // The same code with the same key answers with the same station.
            answer = TokenSession.sendWithProof(http, key, call, Deadline.in(JOIN));
        }
        http.disconnect();
        return answer.flatMap(reply -> joined(order, key, http, reply)).map(this::withEscrow);
    }

    /** Without an answer none is confirmed, which is found when the first PIN is to be sealed. */
    private Membership withEscrow(Membership joined) {
        Optional<Certificates> confirmed =
                once(joined, HttpEnrolments::certificates).result();
        return new Membership(
                joined.address(),
                joined.fingerprint(),
                joined.central(),
                joined.station(),
                joined.name(),
                joined.key(),
                confirmed.flatMap(Certificates::escrowFingerprint),
                confirmed.flatMap(Certificates::pickUpFingerprint),
                joined.signIn());
    }

    @Override
    public Answer<Optional<String>> escrow(Membership membership) {
        return once(membership, HttpEnrolments::certificates).map(Certificates::escrowFingerprint);
    }

    @Override
    public Answer<Optional<String>> pickUp(Membership membership) {
        return once(membership, HttpEnrolments::certificates).map(Certificates::pickUpFingerprint);
    }

    private static Answer<Membership> joined(JoinOrder order, StationKey key, CentralHttp http, HttpReply reply) {
        if (!reply.isSuccess()) {
            return Answer.failed(reply.problem()
                    .orElseGet(() -> http.problem(CentralConnectionProblem.BAD_ANSWER, reply.excerpt())));
        }
        try {
            JsonObject body = reply.json();
            return Answer.done(new Membership(
                    order.address(),
                    order.fingerprint(),
                    order.name(),
                    Members.text(body, "station"),
                    Members.text(body, "name"),
                    key.write(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        } catch (BadReplyException e) {
            return Answer.failed(http.problem(CentralConnectionProblem.BAD_ANSWER, e.getMessage()));
        }
    }

    @Override
    public CentralEnrolments open(Membership membership) {
        return opened(membership, membership.signIn());
    }

    @Override
    public CentralReports reports(Membership membership) {
        // Reports are sent with the token of the station, also while an operator is signed in.
        return new HttpReports(opened(membership, Optional.empty()));
    }

    @Override
    public Answer<Secret> signIn(Membership membership, Consumer<URI> browser, BooleanSupplier cancelled) {
        CentralHttp http = new CentralHttp(membership.address(), membership.fingerprint());
        Answer<Secret> signedIn = new OperatorSignIn(
                        http, session(http, membership, Optional.empty()), membership.station())
                .run(browser, cancelled);
        http.disconnect();
        return signedIn;
    }

    @Override
    public Answer<Boolean> leave(Membership membership) {
        // It is the station that leaves, whether an operator is signed in or not.
        return once(membership, HttpEnrolments::leave);
    }

    /** Makes one call with the token of the station. */
    private <T> Answer<T> once(Membership membership, Function<HttpEnrolments, Answer<T>> call) {
        HttpEnrolments enrolments = opened(membership, Optional.empty());
        Answer<T> answer = call.apply(enrolments);
        enrolments.disconnect();
        return answer;
    }

    private HttpEnrolments opened(Membership membership, Optional<Secret> signIn) {
        CentralHttp http = new CentralHttp(membership.address(), membership.fingerprint());
        return new HttpEnrolments(
                http,
                StationKey.read(membership.key()),
                session(http, membership, signIn),
                Confirmed.by(membership),
                pause);
    }

    private static TokenSession session(CentralHttp http, Membership membership, Optional<Secret> signIn) {
        return new TokenSession(
                http, StationKey.read(membership.key()), membership.station(), signIn, Clock.systemUTC());
    }
}
