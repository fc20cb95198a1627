package spotlight.grader.handin;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A channel for reading that ends with an error once more was read than was allowed. It fetches blocks: a zip's table of
 * contents is read in pieces of some bytes, and each would be a question to the system.
 */
final class MeteredChannel implements SeekableByteChannel {
    private static final int BLOCK = 1 << 16;

    private final SeekableByteChannel channel;
    private final String reason;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
    private long blockAt;
    private long position;
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
        int wanted = buffer.remaining();
        while (buffer.hasRemaining() && fetched()) {
            ByteBuffer part = block.duplicate().position((int) (position - blockAt));
            part.limit(Math.min(part.limit(), part.position() + buffer.remaining()));
            position += part.remaining();
            buffer.put(part);
        }
        int read = wanted - buffer.remaining();
        left -= Math.max(1, read); // reading at the end, again and again, ends as well
        return read == 0 && wanted > 0 ? -1 : read;
    }

    /** Makes the block the one that holds the position; false at the end of the channel. */
    private boolean fetched() throws IOException {
        if (position < blockAt || position >= blockAt + block.limit()) {
            // Blocks begin at multiples of their size, so that reading backwards, as a zip's end is looked for, is as good.
            fetch(position / BLOCK * BLOCK);
        }
        return position < blockAt + block.limit();
    }

    private void fetch(long at) throws IOException {
        block.position(0).limit(0); // until it is whole there is none
        ByteBuffer fresh = block.duplicate().clear();
        channel.position(at);
        int read = 0;
        while (fresh.hasRemaining() && read >= 0) {
            read = channel.read(fresh);
        }
        block.limit(fresh.position());
        blockAt = at;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        if (newPosition < 0) {
            throw new IOException("the zip is damaged");
        }
        position = newPosition;
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
