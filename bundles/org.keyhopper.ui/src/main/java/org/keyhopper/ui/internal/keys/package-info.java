/** Keyboard shortcuts as the bindings of the application model define them; called by menus, buttons and tooltips. */
package org.keyhopper.ui.internal.keys;
