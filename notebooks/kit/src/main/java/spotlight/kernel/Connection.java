package spotlight.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.channels.StdinChannel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.publish.PublishStatus;
import java.security.GeneralSecurityException;
import org.zeromq.ZMQ;

/**
 * The five sockets of a kernel. Differs from the library's connection in three ways: every socket is bound before the first message is
 * read (a request that came early would lose its answer), the loops wait for messages instead of looking every 50 ms, and the output
 * socket has no send limit, so that a burst of output is late but never lost.
 */
final class Connection extends JupyterConnection {
    private final KernelConnectionProperties properties;
    private final Channel requests;
    private final Channel controls;

    Connection(KernelConnectionProperties properties) throws GeneralSecurityException {
        super(properties);
        this.properties = properties;
        ZMQ.Context context = ZMQ.context(1);
        this.requests = new Channel(context, properties.createHMACGenerator(), false, this);
        this.controls = new Channel(context, properties.createHMACGenerator(), true, this);
    }

    @Override
    public void connect() {
        iopub.setSndHWM(0);
        iopub.bind(properties);
        stdin.bind(properties);
        requests.bind(properties);
        controls.bind(properties);
        heartbeat.bind(properties);
        iopub.sendMessage(new Message<>((MessageContext) null, PublishStatus.MESSAGE_TYPE, PublishStatus.STARTING));
        controls.listen();
        requests.listen();
    }

    StdinChannel stdin() {
        return stdin;
    }

    /** The channel that cells arrive on. */
    Channel requests() {
        return requests;
    }

    ShellReplyEnvironment environment(Channel channel, MessageContext context) {
        return prepareReplyEnv(channel, context);
    }
}
