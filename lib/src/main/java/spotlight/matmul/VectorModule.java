package spotlight.matmul;

/** Says whether this JVM was started with vectors. The other classes of this package need them. */
public final class VectorModule {
    private static final String MODULE = "jdk.incubator.vector";

    private VectorModule() {
    }

    /**
     * How many numbers a vector register of this machine holds.
     *
     * @throws IllegalStateException if the module is not there
     */
    public static int lanes() {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            throw new IllegalStateException(
                    "the vector module is not there: start Java with --add-modules " + MODULE);
        }
        return Lanes.LANES;
    }
}
