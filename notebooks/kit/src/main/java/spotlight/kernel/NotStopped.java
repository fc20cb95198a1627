package spotlight.kernel;

/** Why a cell did not stop, told from where it is. */
final class NotStopped {
    private NotStopped() {
    }

    /**
     * @param stack        where the cell is, innermost call first
     * @param stopsThreads whether Stop is an exception that can arise anywhere, in library code too
     */
    static String why(StackTraceElement[] stack, boolean stopsThreads) {
        int own = 0;
        while (own < stack.length && !isOwn(stack[own])) {
            own++;
        }
        if (own == 0) {
            return "it catches every error, the one by which it is stopped too";
        }
        String called = stack[own - 1].getClassName() + "." + stack[own - 1].getMethodName();
        return stopsThreads && !stack[0].isNativeMethod()
                ? "it, or " + called + " that it calls, catches every error, the one by which it is stopped too"
                : "it waits for " + called + ", which Stop cannot end";
    }

    /** Code of a cell, or of the kernel around it. */
    private static boolean isOwn(StackTraceElement frame) {
        return frame.getClassName().startsWith("REPL.") || frame.getClassName().startsWith("spotlight.kernel.");
    }
}
