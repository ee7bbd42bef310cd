package org.keyhopper.ui.model.requests;

import java.nio.file.Path;
import java.util.List;
import org.keyhopper.api.request.Recipient;

/** Reads people from a file. Blocking. */
@FunctionalInterface
public interface PeopleReader {

    /** Never fails: what is wrong with the file is among the faults, and with faults there are no people. */
    ReadPeople read(Path file);

    /** What a file holds. */
    record ReadPeople(List<Recipient> people, List<String> faults) {
        public ReadPeople {
            people = List.copyOf(people);
            faults = List.copyOf(faults);
        }
    }
}
