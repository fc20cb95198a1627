package spotlight.kernel;

/**
 * Memory kept aside for the moment when a cell has used up all of it: given back then, so that the kernel can say so
 * and the learner can free a variable.
 */
final class MemoryReserve {
    private static final int BYTES = (int) Math.min(48 << 20, Runtime.getRuntime().maxMemory() / 5);
    private static volatile byte[] reserve;

    private MemoryReserve() {
    }

    static void release() {
        reserve = null;
    }

    /** Fills the reserve again when there is room for it twice over. */
    static void restore() {
        if (reserve == null && room() <= 2L * BYTES) {
            System.gc();
        }
        if (reserve == null && room() > 2L * BYTES) {
            reserve = new byte[BYTES];
        }
    }

    private static long room() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
    }
}
