package org.keyhopper.ui.model;

/** Switches the perspective. Fast, any thread. */
@FunctionalInterface
public interface Navigation {
    void show(Perspective perspective);
}
