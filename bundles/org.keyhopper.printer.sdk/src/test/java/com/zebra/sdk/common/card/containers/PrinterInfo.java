package com.zebra.sdk.common.card.containers;

/** Replaces the vendor's type of this name. */
public final class PrinterInfo {
    public String model = "ZC350";
    public String serialNumber = "D3J194300001";
    public String firmwareVersion;
}
