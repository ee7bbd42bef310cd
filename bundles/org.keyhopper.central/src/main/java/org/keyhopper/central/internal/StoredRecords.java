package org.keyhopper.central.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.api.diagnostic.Problem;
import org.keyhopper.central.access.Caller;
import org.keyhopper.central.access.Place;
import org.keyhopper.central.access.Privilege;
import org.keyhopper.central.audit.AuditAction;
import org.keyhopper.central.audit.AuditEvent;
import org.keyhopper.central.problem.CentralProblem;
import org.keyhopper.central.records.PersonalData;
import org.keyhopper.central.records.RecordKind;
import org.keyhopper.central.records.Retention;
import org.keyhopper.central.storage.CentralStore;
import org.keyhopper.central.storage.CentralTransaction;

/** Retention, export and erasure on the database. */
public record StoredRecords(CentralStore store) implements Retention, PersonalData {

    @Override
    public boolean pass(Caller caller, Map<RecordKind, Integer> days) {
        boolean more = false;
        for (Map.Entry<RecordKind, Integer> entry : days.entrySet()) {
            int removed = store.write(in -> removed(in, caller, entry.getKey(), entry.getValue()));
            more |= removed == MOST;
        }
        return more;
    }

    private static int removed(CentralTransaction in, Caller caller, RecordKind kind, int days) {
        Instant before = in.now().minus(Duration.ofDays(days));
        int removed = in.retention().remove(kind, before, MOST);
        if (removed > 0) {
            in.audit()
                    .append(AuditEvent.done(caller, AuditAction.RECORDS_REMOVED, "kind:" + kind.id())
                            .with("count", Integer.toString(removed))
                            .with("before", before.toString()));
        }
        return removed;
    }

    @Override
    public Answer<Map<String, List<Map<String, String>>>> export(Caller caller, String directory, String account) {
        return store.write(in -> permitted(in, caller, AuditAction.PERSON_EXPORTED, directory)
                .map(permitted -> {
                    Map<String, List<Map<String, String>>> all = in.people().export(directory, account);
                    in.audit().append(AuditEvent.done(caller, AuditAction.PERSON_EXPORTED, "directory:" + directory));
                    return all;
                }));
    }

    @Override
    public Answer<Integer> erase(Caller caller, String directory, String account) {
        return store.write(in -> permitted(in, caller, AuditAction.PERSON_ERASED, directory)
                .flatMap(permitted -> {
                    if (in.people().isInWork(directory, account)) {
                        return CallContext.refuse(
                                in,
                                caller,
                                AuditAction.PERSON_ERASED,
                                "directory:" + directory,
                                Problem.of(CentralProblem.PERSON_IN_WORK));
                    }
                    int changed = in.people().erase(directory, account);
                    in.audit()
                            .append(AuditEvent.done(caller, AuditAction.PERSON_ERASED, "directory:" + directory)
                                    .with("records", Integer.toString(changed)));
                    return Answer.done(changed);
                }));
    }

    private static Answer<String> permitted(
            CentralTransaction in, Caller caller, AuditAction action, String directory) {
        Optional<Problem> lacking = caller.lacks(Privilege.MANAGE_DIRECTORIES, new Place(directory, ""));
        return lacking.isPresent()
                ? CallContext.refuse(in, caller, action, "directory:" + directory, lacking.get())
                : Answer.done(directory);
    }
}
