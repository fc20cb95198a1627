package spotlight.lab;

import java.io.Console;

/** What this program writes to. */
final class Terminal {

    private Terminal() {
    }

    /** Whether somebody is looking, so that a line can be written over: no file, no pipe, no build server. */
    static boolean rewritable() {
        return System.getenv("CI") == null && System.console() != null && real(System.console());
    }

    /** From JDK 22 on there is a console even where there is no terminal, and it says so itself. */
    private static boolean real(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
