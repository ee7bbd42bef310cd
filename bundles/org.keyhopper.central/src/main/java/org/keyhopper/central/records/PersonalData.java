package org.keyhopper.central.records;

import java.util.List;
import java.util.Map;
import org.keyhopper.api.diagnostic.Answer;
import org.keyhopper.central.access.Caller;

/**
 * The records of one person. A person is named by directory and account: the user name or id by which they were imported, or
 * the directory's own id. Blocking on the database; any thread; both calls need MANAGE_DIRECTORIES and are audited, without
 * the name.
 */
public interface PersonalData {

    /** Returns all records, by table; each as its columns. PINs are left out: they are sealed. */
    Answer<Map<String, List<Map<String, String>>>> export(Caller caller, String directory, String account);

    /**
     * Removes the person from all records. Outcomes, devices in use and the audit trail stay without a name.
     *
     * @return how many records were changed; PERSON_IN_WORK while a recipient is claimed or unclear
     */
    Answer<Integer> erase(Caller caller, String directory, String account);
}
