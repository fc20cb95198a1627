package spotlight.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/**
 * The part of a file that is being read. A large file is mapped into memory, so that its bytes are never copied before
 * they become numbers; of a small one a piece is read at a time, because a mapped file cannot be replaced on Windows,
 * and small ones are checkpoints that will be.
 */
final class Window {
    /** From this size on a file is mapped. */
    static final long LARGE = 64 << 20;
    private static final int PIECE = 1 << 20;
    private static final int MAPPED_PIECE = 1 << 28;

    private final FileChannel channel;
    private final long fileBytes;
    private final int piece;
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private long from;

    Window(FileChannel channel, long fileBytes) {
        this.channel = channel;
        this.fileBytes = fileBytes;
        this.piece = fileBytes < LARGE ? (int) Math.min(PIECE, fileBytes) : MAPPED_PIECE;
    }

    /** The bytes from a position on: at least one number, at most what is wanted. */
    ByteBuffer at(long position, long wanted) throws IOException {
        boolean inside = position >= from && position + Math.min(wanted, 8) <= from + bytes.limit();
        if (!inside) {
            from = position;
            int length = (int) Math.min(piece, fileBytes - position);
            bytes = fileBytes < LARGE ? read(length) : channel.map(FileChannel.MapMode.READ_ONLY, from, length);
        }
        ByteBuffer view = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).position((int) (position - from));
        return view.limit((int) Math.min(view.limit(), view.position() + wanted));
    }

    private ByteBuffer read(int length) throws IOException {
        ByteBuffer buffer = bytes.capacity() == piece ? bytes.clear() : ByteBuffer.allocate(piece);
        buffer.limit(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("it became shorter while it was read");
            }
        }
        return buffer.flip();
    }
}
