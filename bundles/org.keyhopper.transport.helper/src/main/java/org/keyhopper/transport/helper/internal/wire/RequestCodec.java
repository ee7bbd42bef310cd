package org.keyhopper.transport.helper.internal.wire;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.keyhopper.api.transport.LinkId;
import org.keyhopper.transport.helper.internal.wire.Request.Cancel;
import org.keyhopper.transport.helper.internal.wire.Request.Close;
import org.keyhopper.transport.helper.internal.wire.Request.Exchange;
import org.keyhopper.transport.helper.internal.wire.Request.Hold;
import org.keyhopper.transport.helper.internal.wire.Request.Open;
import org.keyhopper.transport.helper.internal.wire.Request.PowerCycle;
import org.keyhopper.transport.helper.internal.wire.Request.Release;
import org.keyhopper.transport.helper.internal.wire.Request.Wink;

/** Encodes requests as a tag and the channel followed by further fields. */
public final class RequestCodec {

    private static final int OPEN = 1;
    private static final int EXCHANGE = 2;
    private static final int CANCEL = 3;
    private static final int HOLD = 4;
    private static final int RELEASE = 5;
    private static final int POWER_CYCLE = 6;
    private static final int WINK = 7;
    private static final int CLOSE = 8;

    private RequestCodec() {}

    public static byte[] encode(Request request) {
        return MessageFields.written(out -> write(out, request));
    }

    /** Decodes a request. Throws MalformedMessage if the frame is invalid or has excess bytes. */
    public static Request decode(byte[] frame) throws MalformedMessage {
        return MessageFields.read(frame, in -> read(in, in.readUnsignedByte(), in.readInt()));
    }

    private static void write(DataOutput out, Request request) throws IOException {
        out.writeByte(tag(request));
        out.writeInt(request.channel());
        switch (request) {
            case Open open -> {
                writeLink(out, open.link());
                out.writeLong(open.millis());
            }
            case Exchange exchange -> {
                out.writeInt(exchange.call());
                out.writeLong(exchange.millis());
                out.writeBoolean(exchange.cancelled());
                MessageFields.writeMessage(out, exchange.message());
            }
            case Cancel cancel -> out.writeInt(cancel.call());
            case Hold hold -> out.writeLong(hold.millis());
            case PowerCycle cycle -> out.writeLong(cycle.millis());
            case Release release -> {}
            case Wink wink -> {}
            case Close close -> {}
        }
    }

    private static int tag(Request request) {
        return switch (request) {
            case Open open -> OPEN;
            case Exchange exchange -> EXCHANGE;
            case Cancel cancel -> CANCEL;
            case Hold hold -> HOLD;
            case Release release -> RELEASE;
            case PowerCycle cycle -> POWER_CYCLE;
            case Wink wink -> WINK;
            case Close close -> CLOSE;
        };
    }

    private static Request read(DataInput in, int tag, int channel) throws IOException {
        return switch (tag) {
            case OPEN -> new Open(channel, readLink(in), MessageFields.readMillis(in));
            case EXCHANGE ->
                new Exchange(
                        channel,
                        in.readInt(),
                        MessageFields.readMillis(in),
                        MessageFields.readBoolean(in),
                        MessageFields.readMessage(in));
            case CANCEL -> new Cancel(channel, in.readInt());
            case HOLD -> new Hold(channel, MessageFields.readMillis(in));
            case RELEASE -> new Release(channel);
            case POWER_CYCLE -> new PowerCycle(channel, MessageFields.readMillis(in));
            case WINK -> new Wink(channel);
            case CLOSE -> new Close(channel);
            default -> throw new MalformedMessage("request " + tag);
        };
    }

    static void writeLink(DataOutput out, LinkId link) throws IOException {
        MessageFields.writeText(out, link.transport());
        MessageFields.writeText(out, link.slot());
        out.writeLong(link.arrival());
    }

    static LinkId readLink(DataInput in) throws IOException {
        return new LinkId(in.readUTF(), in.readUTF(), in.readLong());
    }
}
