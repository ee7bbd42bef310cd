package org.keyhopper.transport.helper.internal.wire;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.keyhopper.api.device.DeviceKind;
import org.keyhopper.api.transport.KeepAlive;
import org.keyhopper.api.transport.LinkDescription;
import org.keyhopper.transport.helper.internal.wire.Reply.Alive;
import org.keyhopper.transport.helper.internal.wire.Reply.Answered;
import org.keyhopper.transport.helper.internal.wire.Reply.Done;
import org.keyhopper.transport.helper.internal.wire.Reply.Failed;
import org.keyhopper.transport.helper.internal.wire.Reply.Links;

/** Encodes replies as a tag followed by its fields. */
public final class ReplyCodec {

    private static final int LINKS = 1;
    private static final int ALIVE = 2;
    private static final int ANSWERED = 3;
    private static final int DONE = 4;
    private static final int FAILED = 5;

    private ReplyCodec() {}

    public static byte[] encode(Reply reply) {
        return MessageFields.written(out -> write(out, reply));
    }

    /** Decodes a reply. Throws MalformedMessage if the frame is invalid or has excess bytes. */
    public static Reply decode(byte[] frame) throws MalformedMessage {
        return MessageFields.read(frame, in -> read(in, in.readUnsignedByte()));
    }

    private static void write(DataOutput out, Reply reply) throws IOException {
        switch (reply) {
            case Links(List<LinkDescription> links) -> {
                out.writeByte(LINKS);
                out.writeByte(links.size());
                for (LinkDescription link : links) {
                    writeDescription(out, link);
                }
            }
            case Alive alive -> {
                begin(out, ALIVE, alive.channel());
                out.writeByte(alive.state().ordinal());
            }
            case Answered answered -> {
                begin(out, ANSWERED, answered.channel());
                MessageFields.writeMessage(out, answered.message());
            }
            case Done done -> {
                begin(out, DONE, done.channel());
                out.writeBoolean(done.result());
            }
            case Failed failed -> {
                begin(out, FAILED, failed.channel());
                ProblemCodec.write(out, failed.problem());
            }
        }
    }

    private static void begin(DataOutput out, int tag, int channel) throws IOException {
        out.writeByte(tag);
        out.writeInt(channel);
    }

    private static Reply read(DataInput in, int tag) throws IOException {
        return switch (tag) {
            case LINKS -> new Links(readDescriptions(in));
            case ALIVE -> new Alive(in.readInt(), MessageFields.readEnum(in, KeepAlive.values()));
            case ANSWERED -> new Answered(in.readInt(), MessageFields.readMessage(in));
            case DONE -> new Done(in.readInt(), MessageFields.readBoolean(in));
            case FAILED -> new Failed(in.readInt(), ProblemCodec.read(in));
            default -> throw new MalformedMessage("reply " + tag);
        };
    }

    private static void writeDescription(DataOutput out, LinkDescription link) throws IOException {
        RequestCodec.writeLink(out, link.id());
        out.writeByte(link.kind().ordinal());
        MessageFields.writeText(out, link.product());
        out.writeBoolean(link.serial().isPresent());
        MessageFields.writeText(out, link.serial().orElse(""));
        MessageFields.writeText(out, link.fingerprint());
    }

    private static List<LinkDescription> readDescriptions(DataInput in) throws IOException {
        int count = in.readUnsignedByte();
        List<LinkDescription> links = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            links.add(readDescription(in));
        }
        return links;
    }

    private static LinkDescription readDescription(DataInput in) throws IOException {
        var id = RequestCodec.readLink(in);
        DeviceKind kind = MessageFields.readEnum(in, DeviceKind.values());
        String product = in.readUTF();
        boolean numbered = MessageFields.readBoolean(in);
        String serial = in.readUTF();
        return new LinkDescription(id, kind, product, Optional.of(serial).filter(text -> numbered), in.readUTF());
    }
}
