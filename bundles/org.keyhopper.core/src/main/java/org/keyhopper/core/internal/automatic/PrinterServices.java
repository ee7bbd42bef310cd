package org.keyhopper.core.internal.automatic;

import java.util.concurrent.locks.ReentrantLock;
import org.keyhopper.core.printer.Printers;
import org.keyhopper.core.printer.ReaderBindings;

/**
 * What a station has for printers.
 *
 * @param learning held by the one printer that learns its reader
 * @param clock for waiting between movements
 */
public record PrinterServices(Printers printers, ReaderBindings bindings, ReentrantLock learning, RunClock clock) {}
