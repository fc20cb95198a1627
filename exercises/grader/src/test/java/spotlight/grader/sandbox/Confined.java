package spotlight.grader.sandbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;

/** A program that tries what a confined JVM must not be able to do, and prints how it went, a line each. */
public final class Confined {
    private interface Attempt {
        Object run() throws Exception;
    }

    private Confined() {
    }

    /** @param args a file of another student, a folder to write in, a port on this machine, a process of this user */
    public static void main(String[] args) throws IOException {
        attempt("input", () -> new Scanner(System.in).nextLine());
        attempt("read", () -> Files.readString(Path.of(args[0])));
        attempt("write there", () -> Files.writeString(Path.of(args[1], "forged"), "100 points"));
        attempt("write tmp", () -> Files.writeString(Path.of("/tmp/forged"), "100 points"));
        attempt("write here", () -> Files.writeString(Path.of("forged"), "100 points"));
        attempt("connect", () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[2])), 2000);
                return socket.isConnected();
            }
        });
        attempt("see", () -> ProcessHandle.of(Long.parseLong(args[3])).filter(ProcessHandle::isAlive).isPresent());
        attempt("processes", () -> ProcessHandle.allProcesses().count() < 5);
        attempt("environment", () -> System.getenv("HOME"));
        attempt("home", () -> Files.exists(Path.of(args[1])));
        attempt("threads", Confined::manyThreads);
    }

    private static Object manyThreads() {
        List<Thread> threads = new ArrayList<>();
        try {
            for (int i = 0; i < 1000; i++) {
                Thread thread = new Thread(Confined::waitForTheEnd);
                thread.setDaemon(true);
                thread.start();
                threads.add(thread);
            }
            return "all";
        } catch (OutOfMemoryError refused) {
            return threads.size() < 500 ? "refused" : threads.size();
        }
    }

    private static void waitForTheEnd() {
        synchronized (Confined.class) {
            try {
                Confined.class.wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void attempt(String what, Attempt attempt) {
        String result;
        try {
            result = String.valueOf(attempt.run());
        } catch (Exception e) {
            result = e.getClass().getSimpleName();
        }
        System.out.println(what + ": " + result);
    }
}
