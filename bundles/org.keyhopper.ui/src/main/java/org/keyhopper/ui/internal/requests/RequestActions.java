package org.keyhopper.ui.internal.requests;

import org.keyhopper.core.request.RequestId;

/** The actions of the Requests perspective; all but {@link #select} affect the selected request. UI thread. */
public interface RequestActions {

    void select(RequestId id);

    void provision();

    void results();

    /** Looks up the request's people in the directory, or cancels a look-up in progress. */
    void refresh();

    void remove();

    void importPeople();

    void searchPeople();

    void directories();
}
