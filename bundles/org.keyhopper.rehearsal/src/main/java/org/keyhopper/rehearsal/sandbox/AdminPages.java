package org.keyhopper.rehearsal.sandbox;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.keyhopper.api.device.CredentialId;

/**
 * The sandbox's own pages, below {@code /sandbox}:
 * {@code GET /state} (people with their passkeys, groups, calls);
 * {@code GET|POST|DELETE /rules} (see {@link Rule}; POST takes one or a list);
 * {@code POST /policy} (replaces the passkey policy, in the form of the directory);
 * {@code POST /users} (adds or replaces people, by {@code id}); {@code DELETE /users/ID} (removes one, by id or account);
 * {@code DELETE /tokens} (ends every session);
 * {@code POST /assertions} (verifies with the registered key; four members in base64url).
 */
public final class AdminPages implements HttpHandler {

    private final Administered sandbox;
    private final SandboxPeople people;
    private final Rules rules;
    private final CallLog log;

    public AdminPages(Administered sandbox, SandboxPeople people, Rules rules, CallLog log) {
        this.sandbox = sandbox;
        this.people = people;
        this.rules = rules;
        this.log = log;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Call call = Call.read(exchange);
            Reply reply = reply(call);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply reply(Call call) {
        try {
            if (call.is("DELETE", "sandbox", "users", "*")) {
                return people.remove(call.path().getLast()) ? Reply.empty(204) : Reply.empty(404);
            }
            return switch (call.method() + " " + String.join("/", call.path())) {
                case "GET sandbox/state" -> Reply.ok(state());
                case "GET sandbox/rules" -> Reply.ok(rules());
                case "POST sandbox/rules" -> addRules(call);
                case "DELETE sandbox/rules" -> done(rules::clear);
                case "POST sandbox/policy" ->
                    done(() -> sandbox.policy(Json.read(call.body()).orElseThrow(IllegalArgumentException::new)));
                case "POST sandbox/users" ->
                    done(() -> Json.readAll(call.body()).forEach(this::put));
                case "DELETE sandbox/tokens" -> done(sandbox::expireTokens);
                case "POST sandbox/assertions" -> assertion(call);
                default -> Reply.empty(404);
            };
        } catch (IllegalArgumentException | NoSuchElementException wrong) {
            return Reply.json(400, Json.object("error", String.valueOf(wrong.getMessage())));
        }
    }

    private void put(JsonObject json) {
        SandboxUser user = SandboxUser.read(json);
        people.put(user);
        sandbox.traits(user, json);
    }

    private static Reply done(Runnable work) {
        work.run();
        return Reply.empty(204);
    }

    private Reply addRules(Call call) {
        rules.addAll(Json.readAll(call.body()).stream().map(Rule::read).toList());
        return Reply.ok(rules());
    }

    private JsonObject rules() {
        return Json.object("rules", rules.all().stream().map(Rule::toJson).toList());
    }

    private Reply assertion(Call call) {
        JsonObject json = Json.read(call.body()).orElseThrow(IllegalArgumentException::new);
        boolean verified = sandbox.verifyAssertion(
                CredentialId.of(bytes(json, "credentialId")),
                bytes(json, "authenticatorData"),
                bytes(json, "clientDataHash"),
                bytes(json, "signature"));
        return Reply.ok(Json.object("verified", verified));
    }

    private static byte[] bytes(JsonObject json, String name) {
        return Base64.getUrlDecoder().decode(Json.text(json, name).orElseThrow());
    }

    public JsonObject state() {
        Map<String, Integer> counts = new TreeMap<>();
        log.all().forEach(entry -> counts.merge(entry.operation().wireName(), 1, Integer::sum));
        JsonObject calls = new JsonObject();
        counts.forEach(calls::addProperty);
        return Json.object(
                "users", people.users().stream().map(this::state).toList(),
                "groups", people.groups().stream().map(AdminPages::state).toList(),
                "outstandingOptions", sandbox.outstandingEnrolments(),
                "counts", calls,
                "calls", log.all().stream().map(CallLog.Entry::toJson).toList());
    }

    private JsonObject state(SandboxUser user) {
        JsonObject json = user.toJson();
        sandbox.traitsOf(user).asMap().forEach(json::add);
        json.add("methods", Json.array(sandbox.passkeysOf(user)));
        return json;
    }

    private static JsonObject state(SandboxGroup group) {
        JsonObject json = group.toJson();
        json.add("members", Json.array(group.members()));
        return json;
    }
}
