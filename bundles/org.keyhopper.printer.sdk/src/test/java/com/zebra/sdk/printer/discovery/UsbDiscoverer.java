package com.zebra.sdk.printer.discovery;

/** Replaces the vendor's type of this name. */
public final class UsbDiscoverer {

    private UsbDiscoverer() {}

    public static Object[] getZebraUsbPrinters() {
        return new Object[] {"usb#vid_0a5f&pid_00a7#1"};
    }
}
