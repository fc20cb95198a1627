package spotlight.kernel;

import io.github.spencerpark.jupyter.channels.JupyterSocket;
import io.github.spencerpark.jupyter.kernel.KernelConnectionProperties;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;

/** Starts a kernel: {@code java … spotlight.kernel.Main CONNECTION_FILE}, as Jupyter does. */
public final class Main {
    private Main() {
    }

    /**
     * Serves one notebook until Jupyter asks for the end or is gone.
     *
     * @param args the connection file that Jupyter wrote
     * @throws Exception when a socket cannot be bound or the signature scheme is unknown
     */
    public static void main(String[] args) throws Exception {
        if (args.length != 1) {
            System.err.println("kernel: expected one argument, the connection file Jupyter writes, got " + args.length);
            System.exit(2);
        }
        JupyterSocket.JUPYTER_LOGGER.setLevel(Level.SEVERE);
        JavaKernel kernel = start(connectionProperties(Path.of(args[0])), Settings.ofEnvironment(System.getenv()));
        Runtime.getRuntime().addShutdownHook(new Thread(kernel::sayWhyItEnds, "kernel-last-words"));
        ParentWatch.start(System.getenv("JPY_PARENT_PID"));
        Thread.currentThread().join(); // all threads of the kernel are daemons: this one keeps it alive
    }

    /** Binds the sockets, fills every handler, and only then lets messages in; JShell gets ready meanwhile. */
    static JavaKernel start(KernelConnectionProperties properties, Settings settings) throws Exception {
        Connection connection = new Connection(properties);
        JavaKernel kernel = new JavaKernel(connection, settings);
        kernel.becomeHandlerForConnection(connection);
        Display.use(kernel);
        connection.connect();
        return kernel;
    }

    private static KernelConnectionProperties connectionProperties(Path file) {
        try {
            return KernelConnectionProperties.parse(Files.readString(file));
        } catch (IOException | RuntimeException e) {
            System.err.println("kernel: connection file " + file + " cannot be read: " + e);
            System.exit(2);
            throw new AssertionError(e);
        }
    }
}
