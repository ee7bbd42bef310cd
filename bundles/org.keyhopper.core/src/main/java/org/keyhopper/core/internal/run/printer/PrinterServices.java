package org.keyhopper.core.internal.run.printer;

import java.util.concurrent.locks.ReentrantLock;
import org.keyhopper.core.printer.Printers;
import org.keyhopper.core.printer.ReaderBindings;

/**
 * What the station gives to runs through printers, beyond {@link org.keyhopper.core.internal.run.RunServices}.
 *
 * @param learning held by the one printer that learns its reader
 * @param clock for waiting between movements
 */
public record PrinterServices(Printers printers, ReaderBindings bindings, ReentrantLock learning, RunClock clock) {}
