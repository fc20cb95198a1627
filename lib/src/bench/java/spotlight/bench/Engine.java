package spotlight.bench;

/** Somebody who can compute: Spotlight or a peer. */
interface Engine {

    /** Its version and how it runs, for the table's footnote. */
    String version();

    /**
     * Makes a task ready to be timed: its operands are in place, in the form this engine likes best.
     *
     * @param words name and sizes, for instance {@code gemm 64 64 64 1}
     * @throws UnsupportedOperationException if the engine does not offer it
     */
    Work prepare(String... words);

    /** The engine of this name; loading it may fail with a LinkageError where it has no native library. */
    static Engine named(String name) {
        return switch (name) {
            case "spotlight" -> new SpotlightEngine();
            case "openblas" -> new OpenBlasEngine();
            case "netlib" -> new NetlibEngine();
            case "ejml" -> new EjmlEngine();
            case "libtorch" -> new LibtorchEngine();
            case "peak" -> new FmaPeak();
            default -> throw new IllegalArgumentException("engine: " + name + " is not known");
        };
    }

    /** What to say to a task one does not offer. */
    static UnsupportedOperationException unsupported(String... words) {
        return new UnsupportedOperationException("not offered: " + String.join(" ", words));
    }
}
