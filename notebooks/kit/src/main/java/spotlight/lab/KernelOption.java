package spotlight.lab;

import picocli.CommandLine.Option;

/** The option {@code --kernel}, the same for every command that runs notebooks. */
final class KernelOption {

    @Option(names = "--kernel", paramLabel = "KERNEL", defaultValue = "spotlight", description = "The Java kernel: 'spotlight' "
            + "(built in, the default), 'ijava=PATH.jar' (IJava), 'jjava' or 'jjava=PATH.jar' (JJava).")
    private String text = "spotlight";

    /** The chosen kernel's spec. */
    KernelSpec spec(Home home, Machine machine, Jupyter jupyter) {
        return KernelSpec.here(home, KernelChoice.parse(text).located(machine, jupyter));
    }
}
