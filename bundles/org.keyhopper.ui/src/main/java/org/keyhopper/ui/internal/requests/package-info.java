/**
 * The Requests perspective: the list of requests and the selected one. Created by {@code RequestsPart}, which passes
 * view states in and receives the operator's actions. UI thread only.
 */
package org.keyhopper.ui.internal.requests;
