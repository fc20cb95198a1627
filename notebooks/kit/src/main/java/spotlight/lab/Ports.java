package spotlight.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Ports of this machine that only programs on it can reach. */
final class Ports {

    /** The port JupyterLab is known for. */
    static final int USUAL = 8888;

    private static final int TRIES = 100;

    private Ports() {
    }

    /** True if a server could listen on it now. */
    static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** The first free port from this one on, empty if a hundred of them are taken. */
    static OptionalInt from(int port) {
        return IntStream.range(port, Math.min(port + TRIES, 65536)).filter(Ports::free).findFirst();
    }

    /**
     * The port to use.
     *
     * @param wanted what the user asked for, 0 for any
     * @throws Trouble if that one is taken, or none is free
     */
    static int choose(int wanted) {
        if (wanted == 0) {
            return from(USUAL).orElseThrow(() -> new Trouble("no free port from " + USUAL + " on",
                    "end a program that listens there, or name a free one: ./lab --port 9999"));
        }
        if (wanted < 1 || wanted > 65535) {
            throw new Trouble("--port " + wanted + ": a port is a number from 1 to 65535",
                    "leave --port away to take the first free one from " + USUAL + " on");
        }
        if (!free(wanted)) {
            throw new Trouble("port " + wanted + " is in use", "leave --port away to take the next free one"
                    + from(wanted).stream().mapToObj(port -> ", or use --port " + port).findFirst().orElse(""));
        }
        return wanted;
    }
}
