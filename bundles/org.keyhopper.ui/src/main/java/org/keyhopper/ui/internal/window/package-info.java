/**
 * The main window: its menu, bounds, navigation, and dialogs that open by themselves. Created by the application
 * model's add-on and by {@code WorkbenchSetup}. UI thread only.
 */
package org.keyhopper.ui.internal.window;
