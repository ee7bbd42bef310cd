package org.keyhopper.update.internal.policy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.api.policy.PolicyProblem;
import org.keyhopper.api.policy.StationPolicy;
import org.keyhopper.update.internal.site.SiteAddress;

/**
 * Parses the policy, which is JSON. A missing member permits what it could forbid; an unknown member is an error, so
 * that a misspelt restriction is not silently ignored.
 *
 * <pre>
 * {"updates": {"allowed": true, "sites": ["https://…"], "unsigned": false},
 *  "dropIns": {"allowed": true, "signed": true},
 *  "directories": {"hosts": ["login.example.com"]},
 *  "metadata": {"roots": ["SHA-256 of a certificate"]},
 *  "locked": {"directories": true, "profile": true}, "profile": {…}}
 * </pre>
 */
final class PolicyParser {

    private static final Pattern HOST = Pattern.compile("[a-z0-9.-]+|\\[[0-9a-f:.]+]");

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private final String place;

    PolicyParser(String place) {
        this.place = place;
    }

    StationPolicy read(String text) {
        try {
            return policy(object("", tree(text)));
        } catch (Fault fault) {
            return StationPolicy.strict(fault.problem);
        }
    }

    private JsonElement tree(String text) throws Fault {
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement tree = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new JsonParseException("something follows the closing brace");
            }
            return tree;
        } catch (JsonParseException | IOException e) {
            String why = e.getMessage() == null
                    ? e.toString()
                    : e.getMessage().lines().findFirst().orElse("");
            throw new Fault(Problem.of(PolicyProblem.NOT_JSON, place, why));
        }
    }

    private StationPolicy policy(JsonObject json) throws Fault {
        onlyKnown("", json, Set.of("updates", "dropIns", "directories", "metadata", "locked", "profile"));
        JsonObject locked = part(json, "locked", Set.of("directories", "profile"));
        Optional<String> profile = Optional.empty();
        if (json.has("profile")) {
            profile = Optional.of(object("profile", json.get("profile")).toString());
        }
        return new StationPolicy(
                updates(part(json, "updates", Set.of("allowed", "sites", "unsigned"))),
                dropIns(part(json, "dropIns", Set.of("allowed", "signed"))),
                new StationPolicy.Locks(
                        flag("locked", locked, "directories", false),
                        // A profile in the policy implies that it is fixed.
                        flag("locked", locked, "profile", profile.isPresent()),
                        profile),
                names(part(json, "directories", Set.of("hosts")), "directories.hosts", HOST, "the name of a host"),
                names(
                        part(json, "metadata", Set.of("roots")),
                        "metadata.roots",
                        FINGERPRINT,
                        "the SHA-256 of a certificate"),
                Optional.empty());
    }

    private StationPolicy.Updates updates(JsonObject json) throws Fault {
        Optional<List<URI>> sites = Optional.empty();
        if (json.has("sites")) {
            sites = Optional.of(sites(json.get("sites")));
        }
        return new StationPolicy.Updates(
                flag("updates", json, "allowed", true), sites, flag("updates", json, "unsigned", false));
    }

    private StationPolicy.DropIns dropIns(JsonObject json) throws Fault {
        return new StationPolicy.DropIns(
                flag("dropIns", json, "allowed", true), flag("dropIns", json, "signed", false));
    }

    private List<URI> sites(JsonElement json) throws Fault {
        if (!(json instanceof JsonArray array)) {
            throw bad("updates.sites", "it is not a list");
        }
        List<URI> sites = new ArrayList<>();
        for (JsonElement each : array) {
            String text = each.isJsonPrimitive() ? each.getAsString() : each.toString();
            sites.add(SiteAddress.parse(text)
                    .orElseThrow(
                            () -> bad("updates.sites", text + " is none of https, file, or http on this computer")));
        }
        return sites;
    }

    /** Returns a list of texts of one form, in lower case; empty if there is none. */
    private Optional<Set<String>> names(JsonObject json, String field, Pattern form, String meaning) throws Fault {
        JsonElement list = json.get(field.substring(field.indexOf('.') + 1));
        if (list == null) {
            return Optional.empty();
        }
        if (!(list instanceof JsonArray array)) {
            throw bad(field, "it is not a list");
        }
        Set<String> names = new HashSet<>();
        for (JsonElement each : array) {
            String name = each.isJsonPrimitive() ? each.getAsString().toLowerCase(Locale.ROOT) : each.toString();
            if (!form.matcher(name).matches()) {
                throw bad(field, name + " is not " + meaning);
            }
            names.add(name);
        }
        return Optional.of(names);
    }

    private JsonObject part(JsonObject json, String name, Set<String> known) throws Fault {
        JsonObject part = json.has(name) ? object(name, json.get(name)) : new JsonObject();
        onlyKnown(name + ".", part, known);
        return part;
    }

    private JsonObject object(String name, JsonElement json) throws Fault {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw bad(name.isEmpty() ? "{}" : name, "it is not an object");
    }

    private void onlyKnown(String prefix, JsonObject json, Set<String> known) throws Fault {
        for (String name : json.keySet()) {
            if (!known.contains(name)) {
                throw bad(prefix + name, "there is no such field");
            }
        }
    }

    private boolean flag(String part, JsonObject json, String name, boolean otherwise) throws Fault {
        JsonElement value = json.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()) {
            return value.getAsBoolean();
        }
        throw bad(part + "." + name, "it is neither true nor false");
    }

    private Fault bad(String field, String why) {
        return new Fault(Problem.of(PolicyProblem.BAD_FIELD, place, field, why));
    }

    private static final class Fault extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Fault(Problem problem) {
            super(problem.toString());
            this.problem = problem;
        }
    }
}
