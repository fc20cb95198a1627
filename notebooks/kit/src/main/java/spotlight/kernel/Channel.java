package spotlight.kernel;

import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellHandler;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.HMACGenerator;
import io.github.spencerpark.jupyter.messages.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.logging.Level;
import org.zeromq.ZMQ;

/** A request channel (shell or control) with its own thread, which sleeps until a message comes. */
final class Channel extends ShellChannel {
    private final Connection connection;
    private final boolean control;
    private final ZMQ.Poller poller;
    private final Queue<Message<?>> read = new ArrayDeque<>();

    Channel(ZMQ.Context context, HMACGenerator signature, boolean control, Connection connection) {
        super(context, signature, control, connection);
        this.connection = connection;
        this.control = control;
        this.poller = context.poller(1);
        poller.register(this, ZMQ.Poller.POLLIN);
    }

    @Override
    public void bind(KernelConnectionProperties properties) {
        int port = control ? properties.getControlPort() : properties.getShellPort();
        bind(formatAddress(properties.getTransport(), properties.getIp(), port));
    }

    /**
     * Takes every message that has already arrived. Only for the channel's own thread, that is from within a handler.
     */
    List<Message<?>> arrived() {
        while (poller.poll(0) > 0) {
            readOne();
        }
        List<Message<?>> messages = new ArrayList<>(read);
        read.clear();
        return messages;
    }

    /** Puts messages back, to be handled in this order before any other. */
    void handleNext(List<Message<?>> messages) {
        read.addAll(messages);
    }

    /** Handles messages, one after the other, for ever. */
    void listen() {
        while (true) {
            if (read.isEmpty() && poller.poll(-1) > 0) {
                readOne();
            }
            Message<?> message = read.poll();
            if (message != null) {
                handle(message);
            }
        }
    }

    private void readOne() {
        try {
            read.add(readMessage());
        } catch (RuntimeException e) {
            logger.log(Level.WARNING, "a message that cannot be read was dropped: " + e.getMessage());
        }
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void handle(Message<?> message) {
        ShellHandler handler = connection.getHandler(message.getHeader().getType());
        if (handler == null) {
            return;
        }
        ShellReplyEnvironment environment = connection.prepareReplyEnv(this, message);
        try {
            handler.handle(environment, message);
        } catch (RuntimeException | Error e) {
            logger.log(Level.SEVERE, "no answer to " + message.getHeader().getType(), e);
        } finally {
            environment.resolveDeferrals();
        }
    }
}
