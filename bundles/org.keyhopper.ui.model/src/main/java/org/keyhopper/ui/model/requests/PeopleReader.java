package org.keyhopper.ui.model.requests;

import java.nio.file.Path;
import java.util.List;
import org.keyhopper.api.request.Recipient;

/** Reads people from a file. Blocking. */
@FunctionalInterface
public interface PeopleReader {

    /** Never fails: errors are among the faults, and with faults the list of people is empty. */
    ReadPeople read(Path file);

    /** The content of a file. */
    record ReadPeople(List<Recipient> people, List<String> faults) {
        public ReadPeople {
            people = List.copyOf(people);
            faults = List.copyOf(faults);
        }
    }
}
