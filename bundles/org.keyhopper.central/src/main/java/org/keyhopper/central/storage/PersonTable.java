package org.keyhopper.central.storage;

import java.util.List;
import java.util.Map;

/** The records of one person, who is named by directory and account. */
public interface PersonTable {

    /** Returns all rows by table, each as its columns. */
    Map<String, List<Map<String, String>>> export(String directory, String account);

    /** Returns whether a recipient is claimed or unclear; locks what was found. */
    boolean isInWork(String directory, String account);

    /** Removes the person; returns the number of changed rows. */
    int erase(String directory, String account);
}
