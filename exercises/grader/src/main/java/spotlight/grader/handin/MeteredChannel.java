package spotlight.grader.handin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A channel for reading that ends with an error once more was read than was allowed. */
final class MeteredChannel implements SeekableByteChannel {
    private final SeekableByteChannel channel;
    private final String reason;
    private long left;

    /** @param reason the message of the error */
    MeteredChannel(SeekableByteChannel channel, long most, String reason) {
        this.channel = channel;
        this.left = most;
        this.reason = reason;
    }

    /** Starts again with an allowance of this many bytes. */
    void allow(long most) {
        left = most;
    }

    @Override
    public int read(ByteBuffer buffer) throws IOException {
        if (left <= 0) {
            throw new IOException(reason);
        }
        int read = channel.read(buffer);
        left -= Math.max(1, read); // reading at the end, again and again, ends as well
        return read;
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public int write(ByteBuffer buffer) throws IOException {
        throw new IOException("for reading only");
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        throw new IOException("for reading only");
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
