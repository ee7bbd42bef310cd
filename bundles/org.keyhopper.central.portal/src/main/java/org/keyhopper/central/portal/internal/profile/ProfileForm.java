package org.keyhopper.central.portal.internal.profile;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.keyhopper.central.portal.internal.frame.FieldFault;
import org.keyhopper.central.portal.internal.frame.FormFields;
import org.keyhopper.central.portal.internal.frame.Frame;
import org.keyhopper.central.portal.internal.frame.PageTexts;
import org.keyhopper.central.portal.internal.frame.Section;

/** The form of a named profile. */
record ProfileForm(Frame frame) {

    private static final int NAME = 200;
    private static final int WRONG = 422;

    /** Returns the name that was typed, and adds what is wrong with it. */
    static String name(MultivaluedMap<String, String> typed, PageTexts texts, List<FieldFault> faults) {
        String name = new FormFields(typed).get("name").strip();
        if (name.isEmpty()) {
            faults.add(new FieldFault("name", texts.get("new.fault.missing")));
        } else if (name.length() > NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            faults.add(new FieldFault("name", texts.get("new.fault.long", NAME)));
        }
        return name;
    }

    Response show(ContainerRequestContext context, MultivaluedMap<String, String> fields, List<FieldFault> faults) {
        List<String> names = new ArrayList<>(List.of("name"));
        names.addAll(ProfileFields.NAMES);
        names.add("json");
        FormFields draft = new FormFields(fields);
        return frame.page(
                context,
                Section.PROFILES,
                "profile",
                Map.of(
                        "draft", draft,
                        "fresh", "0".equals(draft.get("version")),
                        "options", ProfileFields.options(),
                        "faults", FieldFault.byField(faults, names),
                        "wrong", !faults.isEmpty()),
                faults.isEmpty() ? Response.Status.OK.getStatusCode() : WRONG);
    }
}
