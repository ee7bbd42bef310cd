package org.keyhopper.help.internal;

import java.util.List;
import java.util.Optional;

/** Where the files of the documents are read from. Any thread. */
public interface HelpSources {

    /** Returns the paths of all files, such as {@code en/index.md}, in alphabetical order. */
    List<String> paths();

    /** Returns the bytes of a file, or empty if there is no such file. */
    Optional<byte[]> bytes(String path);
}
