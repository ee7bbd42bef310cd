package org.keyhopper.rehearsal.entra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Takes calls in, checks the token, lets rules strike, and answers. */
final class Dispatcher implements HttpHandler {

    private static final Set<Operation> NOT_FOR_ONESELF = Set.of(Operation.OPTIONS, Operation.REGISTER);

    private final Routes routes;
    private final TokenIssuer issuer;
    private final Rules rules;
    private final CallLog log;

    Dispatcher(Routes routes, TokenIssuer issuer, Rules rules, CallLog log) {
        this.routes = routes;
        this.issuer = issuer;
        this.rules = rules;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = Call.read(exchange);
            Optional<Route> route = routes.find(call);
            Optional<Reply> reply = route.isPresent()
                    ? reply(call, route.get())
                    : Optional.of(Reply.error(404, "BadRequest", "Resource not found for the segment"));
            if (reply.isPresent()) {
                send(exchange, reply.get());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the answer, or empty when the connection is to be closed without one. */
    private Optional<Reply> reply(Call call, Route route) throws InterruptedException {
        Optional<Rule> rule = rules.strike(route.operation(), route.user());
        Optional<Misbehaviour> misbehaviour = rule.map(Rule::misbehaviour);
        Optional<Reply> reply = misbehaved(call, route, rule);
        log.add(route.operation(), call.rawPath(), reply.map(Reply::status).orElse(0), misbehaviour);
        return reply;
    }

    private Optional<Reply> misbehaved(Call call, Route route, Optional<Rule> rule) throws InterruptedException {
        return switch (rule.map(Rule::misbehaviour).orElse(null)) {
            case null -> Optional.of(behaved(call, route, rule));
            case CONNECTION_RESET -> Optional.empty();
            case ANSWER_LOST -> {
                behaved(call, route, rule);
                yield Optional.empty();
            }
            case SLOW -> {
                Thread.sleep(rule.flatMap(Rule::time).orElse(Duration.ofSeconds(1)));
                yield Optional.of(behaved(call, route, rule));
            }
            case UNREADABLE_JSON -> Optional.of(behaved(call, route, rule).cutOff());
            case TOKEN_EXPIRED -> {
                issuer.revoke(call.authorization());
                yield Optional.of(Misbehaviour.TOKEN_EXPIRED.reply());
            }
            case SIGN_IN_REFUSED ->
                Optional.of(
                        SignInPages.refusal(401, "invalid_client", "AADSTS7000215: Invalid client secret provided."));
            case SIGN_IN_NEEDS_PERSON ->
                Optional.of(SignInPages.refusal(400, "interaction_required", "AADSTS50076: You must use MFA."));
            case Misbehaviour refusal when refusal.isRefusal() -> Optional.of(refused(rule.get()));
            case Misbehaviour other -> Optional.of(behaved(call, route, rule));
        };
    }

    private static Reply refused(Rule rule) {
        Reply reply = rule.misbehaviour().reply();
        if (rule.time().isEmpty()) {
            return reply;
        }
        Duration time = rule.time().get();
        boolean asDate = rule.misbehaviour() == Misbehaviour.THROTTLED_UNTIL;
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(time).atOffset(ZoneOffset.UTC));
        return reply.with("Retry-After", asDate ? date : Long.toString(time.toSeconds()));
    }

    /** A mistake of the sandbox's own shows as what it would be at the directory: an internal error, with its words. */
    private Reply behaved(Call call, Route route, Optional<Rule> rule) {
        try {
            return allowed(call, route, rule);
        } catch (RuntimeException mistake) {
            return Reply.error(500, "InternalServerError", mistake.toString());
        }
    }

    private Reply allowed(Call call, Route route, Optional<Rule> rule) {
        if (!route.operation().isSignIn()) {
            Optional<TokenIssuer.Grant> grant = issuer.check(call.authorization());
            if (grant.isEmpty()) {
                return Misbehaviour.TOKEN_EXPIRED.reply();
            }
            if (!route.operation().isAllowedBy(issuer.rights())) {
                return Misbehaviour.FORBIDDEN.reply();
            }
            if (isForOneself(route, grant.get())) {
                return Misbehaviour.METHOD_NOT_ALLOWED.reply();
            }
        }
        return route.work().apply(rule);
    }

    private static boolean isForOneself(Route route, TokenIssuer.Grant grant) {
        return grant.delegated()
                && NOT_FOR_ONESELF.contains(route.operation())
                && route.user()
                        .filter(user -> user.id().equals(grant.subject()))
                        .isPresent();
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        reply.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("request-id", UUID.randomUUID().toString());
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
