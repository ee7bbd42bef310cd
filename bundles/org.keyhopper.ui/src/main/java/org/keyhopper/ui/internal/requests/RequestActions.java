package org.keyhopper.ui.internal.requests;

import org.keyhopper.core.request.RequestId;

/** What can be done in the Requests place; all but {@link #select} are about the selected request. UI thread. */
public interface RequestActions {

    void select(RequestId id);

    void provision();

    void results();

    /** Asks the directory about the people, or stops asking. */
    void refresh();

    void remove();

    void importPeople();

    void searchPeople();

    void directories();
}
