package org.keyhopper.core.people;

/**
 * Receives the results of a look-up of many users, on several threads at once.
 *
 * @param <T> the result for one user
 */
public interface LookupListener<T> {

    void found(T found);

    /** Returns false to cancel; the users not yet looked up stay unknown. */
    boolean proceed();
}
