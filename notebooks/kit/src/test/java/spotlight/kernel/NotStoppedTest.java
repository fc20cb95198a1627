package spotlight.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import spotlight.kernel.ForkedKernel.Outcome;

class NotStoppedTest {
    private static final int IN_JAVA = 1;
    private static final int NATIVE = -2;
    private static final StackTraceElement CELL = frame("REPL.$JShell$12", "do_it$", IN_JAVA);
    private static final StackTraceElement CALLED = frame("java.util.stream.IntPipeline", "sum", IN_JAVA);

    @Test
    void cellThatIsInItsOwnCodeCatchesEveryError() {
        StackTraceElement[] stack = {frame("REPL.$JShell$11", "lambda$do_it$", IN_JAVA), CALLED, CELL};
        String expected = "it catches every error, the one by which it is stopped too";
        assertEquals(expected, NotStopped.why(stack, true));
        assertEquals(expected, NotStopped.why(stack, false));
    }

    @Test
    void libraryCodeIsNamedByTheCallOfTheCell() {
        StackTraceElement[] stack = {frame("java.util.Random", "next", IN_JAVA), CALLED, CELL};
        assertEquals("it waits for java.util.stream.IntPipeline.sum, which Stop cannot end",
                NotStopped.why(stack, false));
    }

    @Test
    void stopThatReachesLibraryCodeWasCaughtThereOrInTheCell() {
        StackTraceElement[] stack = {frame("java.util.Random", "next", IN_JAVA), CALLED, CELL};
        assertEquals("it, or java.util.stream.IntPipeline.sum that it calls, catches every error, the one by which it"
                + " is stopped too", NotStopped.why(stack, true));
    }

    @Test
    void nativeCodeIsOutOfReachOnEveryJdk() {
        StackTraceElement[] stack = {frame("sun.nio.ch.Net", "poll", NATIVE), CALLED, CELL};
        assertEquals("it waits for java.util.stream.IntPipeline.sum, which Stop cannot end",
                NotStopped.why(stack, true));
    }

    @Test
    void learnerReadsItAndGoesOnWorking() {
        ForkedKernel kernel = ForkedKernel.shared();
        kernel.run("var server = new ServerSocket(0);");
        String id = kernel.execute("""
                {
                    Thread cell = Thread.currentThread();
                    new Thread(() -> { // says so once the cell is where Stop cannot reach it, not on its way there
                        while (java.util.Arrays.stream(cell.getStackTrace()).noneMatch(frame ->
                                frame.isNativeMethod() && frame.getClassName().startsWith("sun.nio.ch."))) {
                            Thread.onSpinWait();
                        }
                        System.out.println("begun");
                    }).start();
                    server.accept();
                }""");
        kernel.awaitOutput("begun");
        kernel.stop();
        Outcome outcome = kernel.outcome(id);
        assertEquals("NotStopped: the cell did not stop: it waits for java.net.ServerSocket.accept, which Stop cannot"
                + " end. It goes on in the background until you restart the kernel", outcome.traceback());
        assertEquals("ok", kernel.run("server.close();").status());
    }

    private static StackTraceElement frame(String type, String method, int line) {
        return new StackTraceElement(type, method, "Any.java", line);
    }
}
