/**
 * Reconciling interrupted ceremonies: {@link org.keyhopper.core.internal.reconcile.JournalReconciler} reads their
 * traces in the journal, asks the directory and the connected devices, and decides each unclear recipient. Called by
 * the station for a whole request, and by manual runs for the recipient whose device was removed too early.
 */
package org.keyhopper.core.internal.reconcile;
