/**
 * Handlers of the commands in the application model's fragment. Called by the Eclipse workbench for menus and key
 * bindings; each delegates to the window.
 */
package org.keyhopper.ui.internal.handlers;
