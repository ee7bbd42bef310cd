package org.keyhopper.ui.model.requests;

import java.util.Optional;
import org.keyhopper.api.directory.DirectoryGroup;
import org.keyhopper.api.directory.DirectoryUser;

/**
 * A search result: a group or a person.
 *
 * @param detail the account, or that it is a group
 */
public record FoundRow(String name, String detail, Optional<DirectoryGroup> group, Optional<DirectoryUser> person) {}
