package org.keyhopper.central.portal.internal.create;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.keyhopper.api.request.PinRule;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.request.ManagedRequests;
import org.keyhopper.central.request.NewRequest;
import org.keyhopper.central.request.RequestChange;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.ReadResult;

/** Makes a request of a form, or says for each field what is wrong with it. One for each form. */
final class DraftReader {

    private static final int NAME = 200;
    private static final int NOTE = 2000;
    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 63;
    private static final int SHOWN = 50;

    private final Draft draft;
    private final PageTexts texts;
    private final List<Fault> faults = new ArrayList<>();

    DraftReader(Draft draft, Locale locale) {
        this.draft = draft;
        texts = PageTexts.of(locale);
    }

    /** What is wrong with a field. */
    public record Fault(String field, String message) {}

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Returns the request; empty if there are faults. */
    Optional<NewRequest> read() {
        String name = required("name");
        String directory = required("directory");
        String site = text("site", NAME);
        List<Recipient> people = people();
        Profile profile = profile();
        RequestChange terms = new RequestChange(
                Optional.of(text("assignee", NAME)).filter(it -> !it.isEmpty()), due(), text("note", NOTE));
        return faults.isEmpty()
                ? Optional.of(new NewRequest(name, directory, site, profile, people, terms))
                : Optional.empty();
    }

    private String required(String field) {
        String value = text(field, NAME);
        if (value.isEmpty()) {
            faults.add(new Fault(field, texts.get("new.fault.missing")));
        }
        return value;
    }

    private String text(String field, int longest) {
        String value = draft.get(field).strip();
        boolean plain = value.codePoints()
                .noneMatch(character -> Character.isISOControl(character) && character != '\n' && character != '\r');
        if (value.length() > longest || !plain) {
            faults.add(new Fault(field, texts.get("new.fault.long", longest)));
        }
        return value;
    }

    private List<Recipient> people() {
        return switch (PeopleList.read(draft.get("people"))) {
            case ReadResult.Success<List<Recipient>>(List<Recipient> read, List<String> warnings) -> {
                if (read.isEmpty()) {
                    faults.add(new Fault("people", texts.get("new.fault.people")));
                } else if (read.size() > ManagedRequests.MOST_PEOPLE) {
                    faults.add(new Fault("people", texts.get("new.fault.many", ManagedRequests.MOST_PEOPLE)));
                }
                yield read;
            }
            case ReadResult.Failure<List<Recipient>>(List<DocumentFault> wrong) -> {
                wrong.stream().limit(SHOWN).forEach(each -> faults.add(new Fault("people", sentence(each))));
                yield List.of();
            }
        };
    }

    private String sentence(DocumentFault fault) {
        if (fault.line() == 0) {
            return fault.message();
        }
        return fault.place().isEmpty()
                ? texts.get("new.fault.line", fault.line(), fault.message())
                : texts.get("new.fault.column", fault.line(), fault.place(), fault.message());
    }

    private Optional<LocalDate> due() {
        try {
            return Optional.of(draft.get("due").strip())
                    .filter(text -> !text.isEmpty())
                    .map(LocalDate::parse);
        } catch (DateTimeException e) {
            faults.add(new Fault("due", texts.get("new.fault.date")));
            return Optional.empty();
        }
    }

    private Profile profile() {
        PinRule pin =
                switch (draft.get("pin")) {
                    case "ENTERED" -> new PinRule.Entered();
                    case "KEEP" -> new PinRule.Keep();
                    default ->
                        new PinRule.Random(
                                number("digits", LEAST_DIGITS, MOST_DIGITS).orElse(LEAST_DIGITS));
                };
        Set<Profile.Option> options = EnumSet.noneOf(Profile.Option.class);
        for (Profile.Option option : Profile.Option.values()) {
            if (draft.has(option.name())) {
                options.add(option);
            }
        }
        OptionalInt minimum =
                draft.get("minimum").isBlank() ? OptionalInt.empty() : number("minimum", LEAST_DIGITS, MOST_DIGITS);
        return new Profile(
                pin,
                minimum,
                options,
                draft.has("refuse") ? Profile.Unsupported.REFUSE : Profile.Unsupported.LEAVE_OUT,
                required("deviceName"),
                models());
    }

    private OptionalInt number(String field, int least, int most) {
        String text = draft.get(field).strip();
        if (text.matches("\\d{1,2}") && Integer.parseInt(text) >= least && Integer.parseInt(text) <= most) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        faults.add(new Fault(field, texts.get("new.fault.number", least, most)));
        return OptionalInt.empty();
    }

    private Set<UUID> models() {
        Set<UUID> models = new LinkedHashSet<>();
        for (String text : draft.get("models").split("[\\s,;]+")) {
            try {
                if (!text.isEmpty()) {
                    models.add(UUID.fromString(text));
                }
            } catch (IllegalArgumentException e) {
                faults.add(new Fault("models", texts.get("new.fault.model", text)));
            }
        }
        return models;
    }
}
