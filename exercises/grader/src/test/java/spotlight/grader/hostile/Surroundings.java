package spotlight.grader.hostile;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What must stay as it is while hostile code runs, and a port on which nobody must knock. */
final class Surroundings implements AutoCloseable {
    private final ServerSocket port;
    private final DatagramSocket datagrams;
    private final AtomicInteger knocks = new AtomicInteger();

    Surroundings() throws IOException {
        port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        datagrams = new DatagramSocket(port.getLocalPort(), InetAddress.getLoopbackAddress());
        listen(() -> port.accept().close());
        listen(() -> datagrams.receive(new DatagramPacket(new byte[10], 10)));
    }

    private interface Listening {
        void once() throws IOException;
    }

    private void listen(Listening listening) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    listening.once();
                    knocks.incrementAndGet();
                }
            } catch (IOException closed) {
                return;
            }
        }, "canary");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return port.getLocalPort();
    }

    /** How often somebody has connected or sent something. */
    int knocks() {
        return knocks.get();
    }

    /** Each file and folder with what it holds: any change shows. Links are not followed. */
    static Map<String, String> picture(List<Path> folders) throws IOException {
        Map<String, String> picture = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path each : tree.toList()) {
                    picture.put(each.toString(), picture(each));
                }
            }
        }
        return picture;
    }

    private static String picture(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return "-> " + Files.readSymbolicLink(file);
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "no file";
        }
        String rights = Files.getFileStore(file).supportsFileAttributeView("posix")
                ? Files.readAttributes(file, PosixFileAttributes.class).permissions().toString()
                : "";
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(hash) + ' ' + rights;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        port.close();
        datagrams.close();
    }
}
