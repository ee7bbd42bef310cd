/**
 * The dialogs. Opened by the parts, by the window's menu and by {@code WorkbenchAddon}; each shows the states of one
 * presenter. UI thread only.
 */
package org.keyhopper.ui.internal.dialogs;
