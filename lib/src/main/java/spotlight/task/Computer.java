package spotlight.task;

import spotlight.tensor.Kernels;

/** What kind of machine this is: what seconds depend on. */
final class Computer {
    private Computer() {
    }

    /** Processors, kernels, system and Java, for instance {@code 2 processors, amd64, vector 512, Linux, Java 17}. */
    static String describe() {
        int processors = Runtime.getRuntime().availableProcessors();
        return processors + (processors == 1 ? " processor, " : " processors, ") + System.getProperty("os.arch") + ", "
                + Kernels.active().name() + ", " + System.getProperty("os.name").replaceAll(" .*", "") + ", Java "
                + Runtime.version().feature();
    }
}
