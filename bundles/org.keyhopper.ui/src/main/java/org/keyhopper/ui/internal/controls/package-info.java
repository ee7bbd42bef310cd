/**
 * Custom-drawn controls, layouts and table support, with their accessibility information. They know no presenters
 * and are used by all views and dialogs. UI thread only.
 */
package org.keyhopper.ui.internal.controls;
