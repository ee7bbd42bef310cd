package org.keyhopper.ui.model;

/** Goes to a place of the desk. Fast, any thread. */
@FunctionalInterface
public interface Navigation {
    void show(Perspective place);
}
