package org.keyhopper.central.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.licence.Licence;
import org.keyhopper.central.licence.LicenceFile;
import org.keyhopper.central.licence.LicenceStatus;
import org.keyhopper.central.licence.Licensing;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.storage.CentralStore;

/** The licence, compared with what was provisioned. */
public record StoredLicensing(CentralStore store, LicenceFile file) implements Licensing {

    private static final int YEAR = 365;
    private static final List<Integer> REMINDERS = List.of(60, 30, 14, 7, 1, 0);

    @Override
    public LicenceStatus status() {
        return status(0);
    }

    private LicenceStatus status(int people) {
        if (!file.isRequired()) {
            return new LicenceStatus(Optional.empty(), 0, Optional.empty(), OptionalInt.empty());
        }
        return switch (file.read()) {
            case Answer.Done<Licence>(Licence licence) -> of(licence, people);
            case Answer.Failed<Licence>(Problem problem) -> without(problem);
            case Answer.Unclear<Licence>(Problem problem) -> without(problem);
        };
    }

    private static LicenceStatus without(Problem problem) {
        return new LicenceStatus(Optional.empty(), 0, Optional.of(problem), OptionalInt.empty());
    }

    private LicenceStatus of(Licence licence, int people) {
        record Now(LocalDate day, int devices) {}
        Now now = store.write(in -> new Now(
                LocalDate.ofInstant(in.now(), ZoneOffset.UTC),
                in.audit().count(AuditAction.PROVE, in.now().minus(Duration.ofDays(YEAR)))));
        Optional<Problem> problem = Optional.empty();
        OptionalInt most = licence.devicesPerYear();
        if (now.day().isAfter(licence.until()) || now.day().isBefore(licence.from())) {
            problem = Optional.of(Problem.of(
                    CentralProblem.LICENCE_EXPIRED,
                    licence.from().toString(),
                    licence.until().toString()));
        } else if (most.isPresent() && now.devices() + people > most.getAsInt()) {
            problem = Optional.of(Problem.of(
                    CentralProblem.LICENCE_USED_UP,
                    Integer.toString(now.devices()),
                    Integer.toString(most.getAsInt())));
        }
        long left = ChronoUnit.DAYS.between(now.day(), licence.until());
        boolean soon = left <= WARNING.getDays();
        return new LicenceStatus(
                Optional.of(licence),
                now.devices(),
                problem,
                soon ? OptionalInt.of((int) Math.max(left, 0)) : OptionalInt.empty());
    }

    @Override
    public Optional<Problem> refusesRequest(int people) {
        return status(people).problem();
    }

    @Override
    public void remind(Caller caller) {
        LicenceStatus status = status();
        if (status.licence().isEmpty() || status.daysLeft().isEmpty()) {
            return;
        }
        Licence licence = status.licence().get();
        int left = status.daysLeft().getAsInt();
        int due = REMINDERS.stream().filter(days -> left <= days).reduce(left, (a, b) -> b);
        Instant end = licence.until().plusYears(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        store.write(in -> in.replays().use("licence-reminder", licence.until() + ":" + due, end)
                ? Optional.of(in.audit()
                        .append(AuditEvent.done(caller, AuditAction.LICENCE_ENDS, "licence")
                                .with("until", licence.until().toString())
                                .with("days", Integer.toString(left))))
                : Optional.empty());
    }
}
