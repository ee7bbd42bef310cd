package org.keyhopper.ui.internal.requests;

import org.keyhopper.core.request.RequestId;
import org.keyhopper.ui.model.requests.PersonRow;

/** The actions of the Requests perspective; all but {@link #select} affect the selected request. UI thread. */
public interface RequestActions {

    void select(RequestId id);

    void provision();

    void results();

    /** Looks up the request's people in the directory, or cancels a look-up in progress. */
    void refresh();

    void remove();

    /** Asks for another name of the request. */
    void rename();

    /** Asks for a file and adds its people to the request. */
    void addPeople();

    void removePerson(PersonRow person);

    /** Provisions only this person. */
    void provision(PersonRow person);

    /** Copies a link to the request to the clipboard. */
    void copyLink();

    void importPeople();

    void searchPeople();

    void directories();

    /** Opens the dialog to join a Central. */
    void central();

    /** Opens a rehearsal in this window. */
    void rehearse();

    /** Returns whether {@link #rehearse} has an effect. */
    boolean canRehearse();
}
