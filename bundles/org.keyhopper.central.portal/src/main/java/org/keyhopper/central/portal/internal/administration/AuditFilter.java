package org.keyhopper.central.portal.internal.administration;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.central.audit.AuditEntry;
import org.keyhopper.central.audit.AuditReview.Period;
import org.keyhopper.central.portal.internal.frame.FormFields;

/** Which entries of the audit trail are to be shown, as it was typed. */
record AuditFilter(FormFields typed) {

    static AuditFilter of(MultivaluedMap<String, String> query) {
        return new AuditFilter(new FormFields(query));
    }

    /** Returns the values of the form. */
    Map<String, Object> values() {
        return Map.of(
                "q",
                text(),
                "action",
                typed.get("action"),
                "refused",
                typed.has("refused"),
                "from",
                typed.get("from").strip(),
                "to",
                typed.get("to").strip(),
                "zone",
                typed.get("zone"),
                "wrongFrom",
                isWrong("from"),
                "wrongTo",
                isWrong("to") || isReversed());
    }

    private String text() {
        return typed.get("q").strip();
    }

    private Optional<LocalDate> day(String field) {
        try {
            return Optional.of(typed.get(field).strip())
                    .filter(text -> !text.isEmpty())
                    .map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean isWrong(String field) {
        return !typed.get(field).isBlank() && day(field).isEmpty();
    }

    private boolean isReversed() {
        return day("from").isPresent()
                && day("to").isPresent()
                && day("from").get().isAfter(day("to").get());
    }

    /** Returns the zone in which the browser shows times; without a script that of the server, in which they are shown then. */
    private ZoneId zone() {
        try {
            return typed.has("zone") ? ZoneId.of(typed.get("zone")) : ZoneId.systemDefault();
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }

    /** Returns the time from the beginning of the first day to the end of the last one; a day that is wrong does not count. */
    Period period() {
        return new Period(
                day("from").map(day -> day.atStartOfDay(zone()).toInstant()),
                day("to").map(day -> day.plusDays(1).atStartOfDay(zone()).toInstant()));
    }

    /** Returns whether an entry is to be shown, whenever it was written. */
    boolean wants(AuditEntry entry) {
        String action = typed.get("action");
        return (action.isEmpty() || entry.event().action().name().equals(action))
                && (!typed.has("refused") || entry.event().problem().isPresent())
                && contains(entry, text().toLowerCase(Locale.ROOT));
    }

    private static boolean contains(AuditEntry entry, String text) {
        String all = entry.event().actor() + " " + entry.event().subject() + " "
                + entry.event().problem().orElse("") + " " + entry.event().facts();
        return text.isEmpty() || all.toLowerCase(Locale.ROOT).contains(text);
    }
}
