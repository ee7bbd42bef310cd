package org.keyhopper.central.portal.internal.create;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.keyhopper.api.request.Profile;
import org.keyhopper.api.request.Recipient;
import org.keyhopper.central.portal.internal.frame.FieldFault;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.portal.internal.profile.ProfileFields;
import org.keyhopper.central.request.ManagedRequests;
import org.keyhopper.central.request.NewRequest;
import org.keyhopper.central.request.RequestChange;
import org.keyhopper.documents.DocumentFault;
import org.keyhopper.documents.ReadResult;

/** Makes a request of a form, or says for each field what is wrong with it. One for each form. */
final class DraftReader {

    private static final int NAME = 200;
    private static final int NOTE = 2000;
    private static final int SHOWN = 50;

    private final Draft draft;
    private final PageTexts texts;
    private final List<FieldFault> faults = new ArrayList<>();

    DraftReader(Draft draft, Locale locale) {
        this.draft = draft;
        texts = PageTexts.of(locale);
    }

    List<FieldFault> faults() {
        return List.copyOf(faults);
    }

    /** Returns the request; empty if there are faults. */
    Optional<NewRequest> read() {
        String name = required("name");
        String directory = required("directory");
        String site = text("site", NAME);
        List<Recipient> people = people();
        Profile profile = new ProfileFields(draft.fields(), texts, faults).read();
        RequestChange terms = new RequestChange(chosen("assignee"), due(), text("note", NOTE));
        return faults.isEmpty()
                ? Optional.of(new NewRequest(name, directory, site, profile, chosen("profile"), people, terms))
                : Optional.empty();
    }

    private Optional<String> chosen(String field) {
        return Optional.of(text(field, NAME)).filter(it -> !it.isEmpty());
    }

    private String required(String field) {
        String value = text(field, NAME);
        if (value.isEmpty()) {
            faults.add(new FieldFault(field, texts.get("new.fault.missing")));
        }
        return value;
    }

    private String text(String field, int longest) {
        String value = draft.get(field).strip();
        boolean plain = value.codePoints()
                .noneMatch(character -> Character.isISOControl(character) && character != '\n' && character != '\r');
        if (value.length() > longest || !plain) {
            faults.add(new FieldFault(field, texts.get("new.fault.long", longest)));
        }
        return value;
    }

    private List<Recipient> people() {
        return switch (PeopleList.read(draft.get("people"))) {
            case ReadResult.Success<List<Recipient>>(List<Recipient> read, List<String> warnings) -> {
                if (read.isEmpty()) {
                    faults.add(new FieldFault("people", texts.get("new.fault.people")));
                } else if (read.size() > ManagedRequests.MOST_PEOPLE) {
                    faults.add(new FieldFault("people", texts.get("new.fault.many", ManagedRequests.MOST_PEOPLE)));
                }
                yield read;
            }
            case ReadResult.Failure<List<Recipient>>(List<DocumentFault> wrong) -> {
                wrong.stream().limit(SHOWN).forEach(each -> faults.add(FieldFault.of("people", each, texts)));
                yield List.of();
            }
        };
    }

    private Optional<LocalDate> due() {
        try {
            return Optional.of(draft.get("due").strip())
                    .filter(text -> !text.isEmpty())
                    .map(LocalDate::parse);
        } catch (DateTimeException e) {
            faults.add(new FieldFault("due", texts.get("new.fault.date")));
            return Optional.empty();
        }
    }
}
