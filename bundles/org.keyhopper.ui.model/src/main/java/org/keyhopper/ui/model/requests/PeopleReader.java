package org.keyhopper.ui.model.requests;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.keyhopper.api.request.Recipient;

/** Reads people from a file. Blocking. */
@FunctionalInterface
public interface PeopleReader {

    /**
     * Never fails: errors are among the faults, and with faults the list of people is empty.
     *
     * @param mapping the name of the file's column by that of ours; those that are missing are recognised
     */
    ReadPeople read(Path file, Map<String, String> mapping);

    /**
     * The content of a file.
     *
     * @param columns the names of its columns
     * @param used the name of the file's column by that of ours
     */
    record ReadPeople(List<Recipient> people, List<String> faults, List<String> columns, Map<String, String> used) {
        public ReadPeople {
            people = List.copyOf(people);
            faults = List.copyOf(faults);
            columns = List.copyOf(columns);
            used = Map.copyOf(used);
        }

        /** Creates a content whose columns are not known. */
        public ReadPeople(List<Recipient> people, List<String> faults) {
            this(people, faults, List.of(), Map.of());
        }
    }
}
