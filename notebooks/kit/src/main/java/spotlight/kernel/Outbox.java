package spotlight.kernel;

import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.messages.ContentType;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.publish.PublishStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Everything a kernel publishes, in order, sent by one thread of its own. Text is gathered for {@value #GATHER_MS} ms,
 * so that a million small prints become a few hundred messages. Code of a cell never touches the socket itself: it may
 * be stopped at any point.
 */
final class Outbox {
    private static final int GATHER_MS = 50;
    /**
     * A cell that prints faster than this per {@value #GATHER_MS} ms has to wait: an endless loop must not fill the
     * memory.
     */
    private static final int MAX_PENDING_CHARS = 1 << 19;

    private record Text(PublishStream.StreamType stream, MessageContext parent, StringBuilder chars, long sendAt) {
        Message<?> message() {
            PublishStream content = new PublishStream(stream, chars.toString());
            return new Message<>(parent, PublishStream.MESSAGE_TYPE, content);
        }
    }

    private final JupyterSocket socket;
    private final Deque<Object> queue = new ArrayDeque<>();
    private MessageContext parent;
    private boolean hurry;
    private volatile Message<?> sending;

    Outbox(JupyterSocket socket) {
        this.socket = socket;
        Survivor.thread(this::sendLoop, "kernel-output").start();
    }

    /** Says which request the following output belongs to. */
    synchronized void parent(MessageContext context) {
        parent = context;
    }

    synchronized MessageContext parent() {
        return parent;
    }

    /** Sends a message after everything that was written before. */
    synchronized <T extends ContentType<T>> boolean publish(T content) {
        queue.add(new Message<>(parent, content.getType(), content));
        notifyAll();
        return true;
    }

    /** A stream for {@code System.out} or {@code System.err} whose text arrives in the notebook. */
    PrintStream stream(PublishStream.StreamType type) {
        Utf8Decoder decoder = new Utf8Decoder();
        OutputStream bytes = new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] data, int offset, int length) {
                synchronized (Outbox.this) {
                    write(type, decoder.decode(data, offset, length));
                }
            }

            private void write(PublishStream.StreamType stream, CharSequence chars) {
                print(stream, chars);
            }
        };
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private synchronized void print(PublishStream.StreamType stream, CharSequence chars) {
        if (queue.peekLast() instanceof Text last && last.stream == stream && last.parent == parent) {
            last.chars.append(chars);
            waitWhileFull(last);
        } else {
            queue.add(new Text(stream, parent, new StringBuilder(chars), System.nanoTime() + GATHER_MS * 1_000_000L));
            notifyAll();
        }
    }

    private void waitWhileFull(Text text) {
        try {
            while (text.chars.length() > MAX_PENDING_CHARS && queue.peekLast() == text) {
                wait();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when all that was written so far has been sent. */
    synchronized void flush() {
        try {
            while (!queue.isEmpty() || sending != null) {
                hurry = true;
                notifyAll();
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            hurry = false;
        }
    }

    private void sendLoop() {
        while (true) {
            if (sending == null) {
                sending = next();
            }
            send(sending);
            synchronized (this) {
                sending = null;
                notifyAll();
            }
        }
    }

    /** A bundle with a value that JSON does not know, such as NaN, must not silence the kernel. */
    private void send(Message<?> message) {
        try {
            socket.sendMessage(message);
        } catch (RuntimeException | StackOverflowError e) {
            PublishStream note = new PublishStream(PublishStream.StreamType.ERR,
                    "an output could not be sent: " + e.getMessage() + "\n");
            socket.sendMessage(new Message<>(parent(), PublishStream.MESSAGE_TYPE, note));
        }
    }

    private synchronized Message<?> next() {
        while (queue.isEmpty() || gathering()) {
            try {
                if (queue.isEmpty()) {
                    wait();
                } else {
                    wait(1 + (((Text) queue.peek()).sendAt - System.nanoTime()) / 1_000_000);
                }
            } catch (InterruptedException e) {
                // this thread has no other work than to go on
            }
        }
        Message<?> message = queue.peek() instanceof Text text ? text.message() : (Message<?>) queue.peek();
        sending = message;
        queue.remove();
        notifyAll();
        return message;
    }

    /** Whether more text may still join the only entry of the queue. */
    private boolean gathering() {
        return !hurry && queue.size() == 1 && queue.peek() instanceof Text text && text.sendAt > System.nanoTime();
    }
}
