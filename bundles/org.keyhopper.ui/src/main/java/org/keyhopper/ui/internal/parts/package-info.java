/**
 * The parts of the application model. Created by the Eclipse workbench; they subscribe the views to the presenters
 * of {@code org.keyhopper.ui.model} and forward the operator's actions.
 */
package org.keyhopper.ui.internal.parts;
