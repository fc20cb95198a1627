/**
 * The embedded Java kernel: what runs the cells of a notebook when Jupyter starts the kernel {@code java}.
 *
 * <p>
 * It stands on {@code jupyter-jvm-basekernel}, the library under IJava, and takes IJava's outside as it is: the same
 * environment variables, the same default imports, the same {@code display}, {@code updateDisplay} and {@code render}.
 * What differs is inside: Stop really ends the loop of a cell, output of any size arrives whole, and an error ends at
 * the line of the cell that caused it.
 *
 * <p>
 * Reading order: {@link spotlight.kernel.Main} starts, {@link spotlight.kernel.Connection} owns the sockets,
 * {@link spotlight.kernel.JavaKernel} answers the messages, {@link spotlight.kernel.Evaluator} runs a cell through
 * JShell, {@link spotlight.kernel.CellControl} runs and stops its code, {@link spotlight.kernel.Outbox} sends what it
 * prints.
 *
 * <p>
 * <b>For charts and tables.</b> A rich value reaches the notebook as a
 * {@link io.github.spencerpark.jupyter.kernel.display.DisplayData}: put one entry per MIME type ({@code image/png} as a
 * Base64 string, {@code text/html}, {@code text/plain}) and metadata per MIME type, and hand it to
 * {@link spotlight.kernel.Display#display(Object)}, which sends it as it is.
 * {@link spotlight.kernel.Display#updateDisplay(String, Object)} replaces it in place by the id that {@code display}
 * returned. {@link spotlight.kernel.Display#kernel()} is null when no kernel runs in this JVM.
 */
package spotlight.kernel;
