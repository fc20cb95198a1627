package spotlight.kernel;

import io.github.spencerpark.jupyter.channels.HeartbeatChannel;
import io.github.spencerpark.jupyter.channels.IOPubChannel;
import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellChannel;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.channels.StdinChannel;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import io.github.spencerpark.jupyter.messages.HMACGenerator;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageContext;
import io.github.spencerpark.jupyter.messages.publish.PublishStatus;
import java.security.GeneralSecurityException;
import org.zeromq.ZMQ;

/**
 * The five sockets of a kernel. Differs from the library's connection, whose own sockets stay unused, in four ways:
 * every socket is bound before the first message is read (a request that came early would lose its answer), the loops
 * wait for messages instead of looking every 50 ms, the output socket has no send limit, so that a burst of output is
 * late but never lost, and its threads survive when memory runs out.
 */
final class Connection extends JupyterConnection {
    private final KernelConnectionProperties properties;
    private final ZMQ.Context context = ZMQ.context(1);
    private final Channel requests;
    private final Channel controls;
    private final StdinChannel questions;
    private final IOPubChannel output;
    private final Heartbeat beat;

    Connection(KernelConnectionProperties properties) throws GeneralSecurityException {
        super(properties);
        super.close();
        context.setThreadFactor(Survivor::thread);
        HMACGenerator signature = properties.createHMACGenerator();
        this.properties = properties;
        this.requests = new Channel(context, signature, false, this);
        this.controls = new Channel(context, signature, true, this);
        this.questions = new StdinChannel(context, signature);
        this.output = new IOPubChannel(context, signature);
        this.beat = new Heartbeat(context, signature);
        output.setSndHWM(0);
    }

    @Override
    public void connect() {
        output.bind(properties);
        questions.bind(properties);
        requests.bind(properties);
        controls.bind(properties);
        beat.bind(properties);
        output.sendMessage(new Message<>((MessageContext) null, PublishStatus.MESSAGE_TYPE, PublishStatus.STARTING));
        Survivor.thread(beat::answer, "kernel-heartbeat").start();
        Survivor.thread(controls::listen, "kernel-control").start();
        Survivor.thread(requests::listen, "kernel-shell").start();
    }

    @Override
    public IOPubChannel getIOPub() {
        return output;
    }

    StdinChannel stdin() {
        return questions;
    }

    /** The channel that cells arrive on. */
    Channel requests() {
        return requests;
    }

    @Override
    public ShellReplyEnvironment prepareReplyEnv(ShellChannel channel, MessageContext request) {
        return new Answer(channel, request);
    }

    private final class Answer extends ShellReplyEnvironment {
        Answer(ShellChannel channel, MessageContext request) {
            super(channel, questions, output, request);
        }
    }

    /** Sends every message back, so that Jupyter sees the kernel is there. */
    private static final class Heartbeat extends HeartbeatChannel {
        Heartbeat(ZMQ.Context context, HMACGenerator signature) {
            super(context, signature);
        }

        @Override
        public void bind(KernelConnectionProperties properties) {
            bind(formatAddress(properties.getTransport(), properties.getIp(), properties.getHbPort()));
        }

        void answer() {
            while (true) {
                byte[] beat = recv();
                if (beat != null) {
                    send(beat);
                }
            }
        }
    }
}
