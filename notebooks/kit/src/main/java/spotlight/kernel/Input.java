package spotlight.kernel;

import io.github.spencerpark.jupyter.channels.StdinChannel;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.reply.InputReply;
import io.github.spencerpark.jupyter.messages.request.InputRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import org.zeromq.ZMQ;

/**
 * {@code System.in}: asks the notebook for a line whenever the last one is used up. A thread of its own talks to the
 * socket, so that a cell which waits for input can be stopped.
 */
final class Input extends InputStream {
    private static final int LOOK_EVERY_MS = 20;
    private static final String CANNOT_ASK = "System.in: nobody can be asked for input here, the notebook"
            + " runs without a keyboard";

    private final StdinChannel socket;
    private final Outbox outbox;
    private boolean allowed;
    private MessageContext question;
    private String answer;
    private byte[] line = {};
    private int at;

    Input(StdinChannel socket, Outbox outbox) {
        this.socket = socket;
        this.outbox = outbox;
        Survivor.thread(this::askLoop, "kernel-input").start();
    }

    /** A new cell begins: what was left of earlier lines is dropped. */
    synchronized void begin(boolean inputAllowed) {
        allowed = inputAllowed;
        line = new byte[0];
        at = 0;
    }

    @Override
    public synchronized int read() throws IOException {
        if (at == line.length) {
            line = (ask() + "\n").getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return line[at++] & 0xff;
    }

    @Override
    public synchronized int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        into[offset] = (byte) read();
        int more = Math.min(length - 1, available());
        System.arraycopy(line, at, into, offset + 1, more);
        at += more;
        return 1 + more;
    }

    @Override
    public synchronized int available() {
        return line.length - at;
    }

    private String ask() throws IOException {
        if (!allowed) {
            System.err.println(CANNOT_ASK); // a Scanner hides the exception
            throw new IOException(CANNOT_ASK);
        }
        outbox.flush();
        question = outbox.parent();
        answer = null;
        notifyAll();
        try {
            while (answer == null) {
                wait();
            }
            return answer;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the cell was stopped while it waited for input");
        } finally {
            question = null;
        }
    }

    private void askLoop() {
        while (true) {
            try {
                MessageContext asked = nextQuestion();
                while (hasMessage()) {
                    socket.readMessage(); // a late answer to a question of a stopped cell
                }
                socket.sendMessage(new Message<>(asked, InputRequest.MESSAGE_TYPE, new InputRequest("", false)));
                awaitAnswer(asked);
            } catch (InterruptedException | RuntimeException e) {
                // a message that cannot be read is no answer: ask again
            }
        }
    }

    private synchronized MessageContext nextQuestion() throws InterruptedException {
        while (question == null || answer != null) {
            wait();
        }
        return question;
    }

    private void awaitAnswer(MessageContext asked) throws InterruptedException {
        while (!hasMessage()) {
            synchronized (this) {
                if (question != asked) {
                    return;
                }
            }
            Thread.sleep(LOOK_EVERY_MS);
        }
        Message<InputReply> reply = socket.readMessage(MessageType.INPUT_REPLY);
        synchronized (this) {
            answer = reply.getContent().getValue();
            notifyAll();
        }
    }

    private boolean hasMessage() {
        return (socket.getEvents() & ZMQ.Poller.POLLIN) != 0;
    }
}
