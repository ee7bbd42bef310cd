package org.keyhopper.documents.internal;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.documents.ProfileRules;

/** Parses one profile member by member, so that a fault can name its line. For a single use. */
public final class ProfileJsonReader {

    private static final Pattern PLACE = Pattern.compile("line (\\d+)");

    private final JsonReader reader;
    private final Set<Profile.Option> options = EnumSet.copyOf(Profile.DEFAULT.options());
    private PinRule pin = Profile.DEFAULT.pin();
    private OptionalInt minimumPinLength = Profile.DEFAULT.minimumPinLength();
    private Profile.Unsupported unsupported = Profile.DEFAULT.unsupported();
    private String deviceName = Profile.DEFAULT.deviceName();
    private Set<UUID> aaguids = Profile.DEFAULT.allowedAaguids();
    private Set<String> rpIds = Profile.DEFAULT.minPinLengthRpIds();

    /** Reads the value of a member. */
    @FunctionalInterface
    private interface Member {
        void read(String name) throws IOException, DocumentFaultException;
    }

    public ProfileJsonReader(String text) {
        reader = new JsonReader(new StringReader(text));
        reader.setStrictness(Strictness.STRICT);
    }

    public Profile profile() throws DocumentFaultException {
        try {
            object("profile", this::member);
            expect(JsonToken.END_DOCUMENT, "", "the end of the file");
        } catch (MalformedJsonException e) {
            throw new DocumentFaultException(lineIn(e.getMessage()), "", "The text is not valid JSON here.");
        } catch (EOFException e) {
            throw fault("", "The file ends too early.");
        } catch (IOException e) {
            throw fault("", "The text cannot be read here.");
        }
        return new Profile(pin, minimumPinLength, options, unsupported, deviceName, aaguids, rpIds);
    }

    private void member(String name) throws IOException, DocumentFaultException {
        switch (name) {
            case "pin" -> pin = pinRule();
            case "minimumPinLength" -> minimumPinLength = OptionalInt.of(pinLength(name));
            case "forcePinChange" -> option(name, Profile.Option.FORCE_PIN_CHANGE);
            case "alwaysUv" -> option(name, Profile.Option.ALWAYS_UV);
            case "enterpriseAttestation" -> option(name, Profile.Option.ENTERPRISE_ATTESTATION);
            case "provenMaker" -> option(name, Profile.Option.PROVEN_MAKER);
            case "unsupported" -> unsupported = unsupported(name);
            case "deviceName" -> deviceName = template(name);
            case "allowedAaguids" -> aaguids = aaguids(name);
            case "minPinLengthRpIds" -> rpIds = rpIds(name);
            default -> throw fault(name, "A profile has no member of this name.");
        }
    }

    private PinRule pinRule() throws IOException, DocumentFaultException {
        String[] rule = {""};
        OptionalInt[] length = {OptionalInt.empty()};
        object("pin", name -> {
            switch (name) {
                case "rule" -> rule[0] = string("pin.rule");
                case "length" -> length[0] = OptionalInt.of(pinLength("pin.length"));
                default -> throw fault("pin." + name, "The rule for the PIN has no member of this name.");
            }
        });
        if (length[0].isPresent() && !"random".equals(rule[0])) {
            throw fault("pin.length", "Only a random PIN has a length.");
        }
        return switch (rule[0]) {
            case "random" -> new PinRule.Random(length[0].orElse(((PinRule.Random) Profile.DEFAULT.pin()).length()));
            case "entered" -> new PinRule.Entered();
            case "keep" -> new PinRule.Keep();
            case "" -> throw fault("pin.rule", "The rule for the PIN is missing: random, entered or keep.");
            default -> throw fault("pin.rule", "\"" + rule[0] + "\" is not one of random, entered and keep.");
        };
    }

    private int pinLength(String name) throws IOException, DocumentFaultException {
        expect(JsonToken.NUMBER, name, "a number");
        String text = reader.nextString();
        if (!ProfileRules.isPinLength(text)) {
            throw fault(
                    name,
                    text + " is not a whole number from " + ProfileRules.SHORTEST_PIN + " to "
                            + ProfileRules.LONGEST_PIN + ".");
        }
        return Integer.parseInt(text);
    }

    private void option(String name, Profile.Option option) throws IOException, DocumentFaultException {
        expect(JsonToken.BOOLEAN, name, "true or false");
        if (reader.nextBoolean()) {
            options.add(option);
        } else {
            options.remove(option);
        }
    }

    private Profile.Unsupported unsupported(String name) throws IOException, DocumentFaultException {
        String word = string(name);
        return switch (word) {
            case "refuse" -> Profile.Unsupported.REFUSE;
            case "leaveOut" -> Profile.Unsupported.LEAVE_OUT;
            default -> throw fault(name, "\"" + word + "\" is neither refuse nor leaveOut.");
        };
    }

    private String template(String name) throws IOException, DocumentFaultException {
        String text = string(name).strip();
        if (text.isEmpty()) {
            throw fault(name, "The name of the device is empty.");
        }
        List<String> unknown = ProfileRules.unknownPlaceholders(text);
        if (!unknown.isEmpty()) {
            throw fault(name, unknown.getFirst() + " is not one of {model}, {serial} and {user}.");
        }
        return text;
    }

    private Set<UUID> aaguids(String name) throws IOException, DocumentFaultException {
        return list(name, ProfileRules::isAaguid, "an AAGUID. It looks like 2fc0579f-8113-47ea-b116-bb5a8db9202a.")
                .stream()
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    private Set<String> rpIds(String name) throws IOException, DocumentFaultException {
        return list(
                name, ProfileRules::isRelyingPartyId, "the ID of a relying party. It looks like login.microsoft.com.");
    }

    private Set<String> list(String name, Predicate<String> form, String what)
            throws IOException, DocumentFaultException {
        Set<String> found = new LinkedHashSet<>();
        expect(JsonToken.BEGIN_ARRAY, name, "a list");
        reader.beginArray();
        while (reader.hasNext()) {
            String text = string(name);
            if (!form.test(text)) {
                throw fault(name, "\"" + text + "\" is not " + what);
            }
            found.add(text);
        }
        reader.endArray();
        return found;
    }

    private String string(String name) throws IOException, DocumentFaultException {
        expect(JsonToken.STRING, name, "a text");
        return reader.nextString();
    }

    private void object(String name, Member member) throws IOException, DocumentFaultException {
        expect(JsonToken.BEGIN_OBJECT, name, "an object in braces");
        reader.beginObject();
        Set<String> seen = new HashSet<>();
        while (reader.hasNext()) {
            String next = reader.nextName();
            if (!seen.add(next)) {
                throw fault(next, "This member stands here twice.");
            }
            member.read(next);
        }
        reader.endObject();
    }

    private void expect(JsonToken wanted, String name, String message) throws IOException, DocumentFaultException {
        if (reader.peek() != wanted) {
            throw fault(name, "The value must be " + message + ".");
        }
    }

    private DocumentFaultException fault(String place, String message) {
        return new DocumentFaultException(lineIn(reader.toString()), place, message);
    }

    /** The JSON reader gives its position only in the message: "… at line 3 column 5 path $.pin". */
    private static int lineIn(String message) {
        Matcher place = PLACE.matcher(message);
        return place.find() ? Integer.parseInt(place.group(1)) : 0;
    }
}
