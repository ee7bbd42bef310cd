package org.keyhopper.ui.internal.requests;

/** The navigation of the assistant; what its steps do is among {@link RequestActions}. UI thread. */
public interface AssistantActions {

    void begin();

    void goBack();

    void goOn();

    void close();

    /** Provisions the first person. */
    void provisionFirst();
}
