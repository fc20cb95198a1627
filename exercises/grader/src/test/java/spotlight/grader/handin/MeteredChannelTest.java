package spotlight.grader.handin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

class MeteredChannelTest {
    private final byte[] bytes = new byte[200_000];
    private final Random random = new Random(1);

    private MeteredChannel channel(long most) {
        random.nextBytes(bytes);
        return new MeteredChannel(new SeekableInMemoryByteChannel(bytes), most, "too much");
    }

    private static byte[] read(MeteredChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        channel.position(at);
        int read = channel.read(buffer);
        return read < 0 ? new byte[0] : Arrays.copyOf(buffer.array(), read);
    }

    @Test
    void anyPieceIsTheSameAsInTheChannel() throws IOException {
        MeteredChannel channel = channel(Long.MAX_VALUE);
        for (int round = 0; round < 500; round++) {
            int at = random.nextInt(bytes.length + 10);
            int length = 1 + random.nextInt(150_000);
            byte[] expected = at >= bytes.length
                    ? new byte[0]
                    : Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + length));
            assertArrayEquals(expected, read(channel, at, length));
        }
        assertEquals(bytes.length, channel.size());
    }

    @Test
    void moreThanAllowedIsAnError() throws IOException {
        MeteredChannel channel = channel(100);
        read(channel, 0, 100);
        assertEquals("too much", assertThrows(IOException.class, () -> read(channel, 0, 1)).getMessage());
        channel.allow(1);
        assertEquals(1, read(channel, 5, 1).length);
    }

    @Test
    void readingAtTheEndAgainAndAgainEnds() {
        MeteredChannel channel = channel(3);
        assertThrows(IOException.class, () -> {
            while (true) {
                read(channel, bytes.length, 1);
            }
        });
    }

    @Test
    void nothingIsWritten() {
        MeteredChannel channel = channel(1);
        assertEquals("for reading only",
                assertThrows(IOException.class, () -> channel.write(ByteBuffer.allocate(1))).getMessage());
        assertEquals("for reading only", assertThrows(IOException.class, () -> channel.truncate(0)).getMessage());
    }
}
