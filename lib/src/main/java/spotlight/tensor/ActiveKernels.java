package spotlight.tensor;

/** The kernels in use, chosen when the first tensor is computed. */
final class ActiveKernels {
    static volatile Kernels active = Kernels.best();

    private ActiveKernels() {
    }
}
