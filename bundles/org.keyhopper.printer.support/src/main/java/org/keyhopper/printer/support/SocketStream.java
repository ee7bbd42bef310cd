package org.keyhopper.printer.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import org.keyhopper.api.transport.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A TCP connection. Based on a channel, because only channels can be interrupted. */
public final class SocketStream implements ByteStream {

    private static final Logger LOG = LoggerFactory.getLogger(SocketStream.class);

    private static final int SHORTEST_MILLIS = 1;

    private final SocketChannel channel;
    private final InputStream in;

    private SocketStream(SocketChannel channel) throws IOException {
        this.channel = channel;
        this.in = new BufferedInputStream(channel.socket().getInputStream());
    }

    /** Connects. */
    public static ByteStream open(HostPort address, Deadline deadline) throws IOException, InterruptedException {
        SocketChannel channel = SocketChannel.open();
        try {
            InetSocketAddress target = new InetSocketAddress(address.host(), address.port());
            if (target.isUnresolved()) {
                throw new UnknownHostException(address.host());
            }
            channel.socket().connect(target, millis(deadline));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            return new SocketStream(channel);
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws IOException, InterruptedException {
        try {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                millis(deadline);
                channel.write(left);
            }
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        }
    }

    @Override
    public int read(Deadline deadline) throws IOException, InterruptedException {
        try {
            channel.socket().setSoTimeout(millis(deadline));
            return in.read();
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw interrupted(e);
            }
            throw e;
        }
    }

    @Override
    public boolean hasEnded() {
        try {
            in.mark(1);
            channel.socket().setSoTimeout(SHORTEST_MILLIS);
            boolean ended = in.read() < 0;
            in.reset();
            return ended;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            LOG.debug("connection closed by peer", e);
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("closing", e);
        }
    }

    private static int millis(Deadline deadline) throws SocketTimeoutException {
        if (deadline.hasPassed()) {
            throw new SocketTimeoutException("no time left");
        }
        return Math.clamp(deadline.remaining().toMillis(), 1, Integer.MAX_VALUE);
    }

    private static InterruptedException interrupted(IOException cause) {
        Thread.interrupted();
        InterruptedException interruption = new InterruptedException(cause.toString());
        interruption.initCause(cause);
        return interruption;
    }
}
