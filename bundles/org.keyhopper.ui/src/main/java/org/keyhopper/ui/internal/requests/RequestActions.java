package org.keyhopper.ui.internal.requests;

import org.keyhopper.core.request.RequestId;

/** What can be done in the Requests place; all but {@link #select} are about the selected request. UI thread. */
public interface RequestActions {

    void select(RequestId id);

    void provision();

    void results();

    void remove();

    void importPeople();

    void searchPeople();

    void directories();
}
