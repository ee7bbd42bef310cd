package com.zebra.sdk.common.card.printer;

import com.zebra.sdk.comm.Connection;
import com.zebra.sdk.comm.TcpConnection;

/** Replaces the vendor's type of this name. */
public final class ZebraCardPrinterFactory {

    private ZebraCardPrinterFactory() {}

    public static Object getInstance(Connection connection) {
        return new HiddenPrinter((TcpConnection) connection);
    }
}
