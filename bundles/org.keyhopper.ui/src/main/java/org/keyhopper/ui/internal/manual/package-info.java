/**
 * The Manual perspective: recipient, instruction, device and recently completed recipients. Created by {@code
 * ManualPart}, which passes view states in and receives the operator's actions. UI thread only.
 */
package org.keyhopper.ui.internal.manual;
