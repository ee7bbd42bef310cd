package org.keyhopper.rehearsal.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Takes calls in, checks the token, lets rules strike, and answers. */
public final class Dispatcher implements HttpHandler {

    private final Function<Call, Optional<Route>> routes;
    private final Dialect dialect;
    private final Rules rules;
    private final CallLog log;

    /** @param routes finds what a call is about */
    public Dispatcher(Function<Call, Optional<Route>> routes, Dialect dialect, Rules rules, CallLog log) {
        this.routes = routes;
        this.dialect = dialect;
        this.rules = rules;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = Call.read(exchange);
            Optional<Route> route = routes.apply(call);
            Optional<Reply> reply =
                    route.isPresent() ? reply(call, route.get()) : Optional.of(dialect.unknownCall(call));
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
                dialect.expireTokenOf(call);
                yield Optional.of(dialect.refusal(Misbehaviour.TOKEN_EXPIRED));
            }
            case Misbehaviour refusal when refusal.isRefusal() -> Optional.of(refused(rule.get()));
            case Misbehaviour other -> Optional.of(behaved(call, route, rule));
        };
    }

    private Reply refused(Rule rule) {
        Reply reply = dialect.refusal(rule.misbehaviour());
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
            return dialect.objection(call, route).orElseGet(() -> route.work().apply(rule));
        } catch (RuntimeException mistake) {
            return dialect.mistake(mistake.toString());
        }
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
