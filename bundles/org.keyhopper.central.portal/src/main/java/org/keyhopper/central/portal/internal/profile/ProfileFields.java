package org.keyhopper.central.portal.internal.profile;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.central.portal.internal.frame.FieldFault;
import org.keyhopper.central.portal.internal.frame.FormFields;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.documents.ProfileRules;

/**
 * A profile in the fields of a form.
 *
 * @param fields as they were typed
 * @param faults to which is added what is wrong
 */
public record ProfileFields(MultivaluedMap<String, String> fields, PageTexts texts, List<FieldFault> faults) {

    /** The fields that may be faulty. */
    public static final List<String> NAMES = List.of("digits", "minimum", "deviceName", "models", "rpIds");

    private static final int NAME = 200;
    private static final String ALLOWED = String.join(", ", ProfileRules.PLACEHOLDERS);

    /** Returns the names of the boxes for further requirements. */
    public static List<String> options() {
        return Stream.of(Profile.Option.values()).map(Enum::name).toList();
    }

    /** Puts a profile into the fields, in the place of any other. */
    public static void put(Profile profile, MultivaluedMap<String, String> fields) {
        options().forEach(fields::remove);
        profile.options().forEach(option -> fields.putSingle(option.name(), "on"));
        fields.putSingle(
                "pin",
                switch (profile.pin()) {
                    case PinRule.Random random -> "RANDOM";
                    case PinRule.Entered entered -> "ENTERED";
                    case PinRule.Keep keep -> "KEEP";
                });
        PinRule.Random usual = (PinRule.Random) Profile.DEFAULT.pin();
        int length = profile.pin() instanceof PinRule.Random(int digits) ? digits : usual.length();
        fields.putSingle("digits", Integer.toString(length));
        fields.putSingle(
                "minimum",
                profile.minimumPinLength().isPresent()
                        ? Integer.toString(profile.minimumPinLength().getAsInt())
                        : "");
        fields.remove("refuse");
        if (profile.unsupported() == Profile.Unsupported.REFUSE) {
            fields.putSingle("refuse", "on");
        }
        fields.putSingle("deviceName", profile.deviceName());
        fields.putSingle("models", words(profile.allowedAaguids()));
        fields.putSingle("rpIds", words(profile.minPinLengthRpIds()));
    }

    private static String words(Set<?> values) {
        return values.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
    }

    private String get(String field) {
        return new FormFields(fields).get(field).strip();
    }

    private void fault(String field, String key, Object... arguments) {
        faults.add(new FieldFault(field, texts.get(key, arguments)));
    }

    /** Returns the profile, which is of use only if no fault was added. */
    public Profile read() {
        PinRule pin =
                switch (get("pin")) {
                    case "ENTERED" -> new PinRule.Entered();
                    case "KEEP" -> new PinRule.Keep();
                    default -> new PinRule.Random(number("digits").orElse(ProfileRules.SHORTEST_PIN));
                };
        Set<Profile.Option> options = EnumSet.noneOf(Profile.Option.class);
        for (Profile.Option option : Profile.Option.values()) {
            if (!get(option.name()).isEmpty()) {
                options.add(option);
            }
        }
        return new Profile(
                pin,
                get("minimum").isEmpty() ? OptionalInt.empty() : number("minimum"),
                options,
                get("refuse").isEmpty() ? Profile.Unsupported.LEAVE_OUT : Profile.Unsupported.REFUSE,
                deviceName(),
                models(),
                relyingParties());
    }

    private OptionalInt number(String field) {
        String text = get(field);
        if (ProfileRules.isPinLength(text)) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        fault(field, "new.fault.number", ProfileRules.SHORTEST_PIN, ProfileRules.LONGEST_PIN);
        return OptionalInt.empty();
    }

    private String deviceName() {
        String template = get("deviceName");
        if (template.isEmpty()) {
            fault("deviceName", "new.fault.missing");
        }
        if (template.length() > NAME || template.codePoints().anyMatch(Character::isISOControl)) {
            fault("deviceName", "new.fault.long", NAME);
        }
        ProfileRules.unknownPlaceholders(template)
                .forEach(unknown -> fault("deviceName", "profile.fault.placeholder", unknown, ALLOWED));
        return template;
    }

    private Set<UUID> models() {
        Set<UUID> models = new LinkedHashSet<>();
        for (String text : words("models")) {
            if (ProfileRules.isAaguid(text)) {
                models.add(UUID.fromString(text));
            } else {
                fault("models", "new.fault.model", text);
            }
        }
        return models;
    }

    private Set<String> relyingParties() {
        Set<String> ids = new LinkedHashSet<>();
        for (String text : words("rpIds")) {
            if (ProfileRules.isRelyingPartyId(text)) {
                ids.add(text);
            } else {
                fault("rpIds", "profile.fault.rpId", text);
            }
        }
        return ids;
    }

    private List<String> words(String field) {
        return Stream.of(get(field).split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
