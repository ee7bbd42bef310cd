package org.keyhopper.transport.hid.internal;

import java.util.Arrays;
import java.util.Optional;
import org.hid4java.jna.HidApi;
import org.hid4java.jna.HidDeviceStructure;
import org.keyhopper.api.transport.ChannelException;
import org.keyhopper.transport.hid.internal.ctaphid.ReportLengths;

/** A key opened by {@link Hid4Java}. */
final class Hid4JavaHandle implements HidHandle {

    private static final byte NO_REPORT_ID = 0;
    private static final int LONGEST_DESCRIPTOR = 4096;

    private final HidDeviceStructure device;
    private final ReportLengths lengths;

    Hid4JavaHandle(HidDeviceStructure device) {
        this.device = device;
        byte[] descriptor = new byte[LONGEST_DESCRIPTOR];
        int length = HidApi.getReportDescriptor(device, descriptor, descriptor.length);
        this.lengths = ReportLengths.in(descriptor, Math.max(0, length));
    }

    @Override
    public ReportLengths lengths() {
        return lengths;
    }

    @Override
    public void write(byte[] report) throws ChannelException {
        if (HidApi.write(device, report, report.length, NO_REPORT_ID) < 0) {
            throw failed("write");
        }
    }

    @Override
    public Optional<byte[]> read(int millis) throws ChannelException {
        byte[] report = new byte[lengths.input()];
        int length = HidApi.read(device, report, millis);
        if (length < 0) {
            throw failed("read");
        }
        return length == 0 ? Optional.empty() : Optional.of(Arrays.copyOf(report, length));
    }

    @Override
    public void close() {
        HidApi.close(device);
    }

    private ChannelException failed(String call) {
        return OpenFailure.ofReport(call, Hid4Java.lastError(device.ptr()));
    }
}
