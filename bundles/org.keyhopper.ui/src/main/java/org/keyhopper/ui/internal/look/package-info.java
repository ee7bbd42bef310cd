/**
 * Colours, fonts and icons of the light and the dark theme, and the non-public SWT calls that native widgets need
 * for them. Used by all controls. UI thread only.
 */
package org.keyhopper.ui.internal.look;
