package spotlight.lab;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Python that can run Jupyter.
 *
 * @param python its interpreter
 * @param isPrivate true for the environment in {@code .lab/}, false for a Jupyter that was already on the machine
 * @param module what to start with {@code python -m}: {@code jupyterlab} or, where only that exists, {@code notebook}
 * @param version the version of that module
 */
record Jupyter(Path python, boolean isPrivate, String module, String version) {

    boolean isLab() {
        return module.equals("jupyterlab");
    }

    /** For people: {@code JupyterLab 4.6.4}. */
    String title() {
        return (isLab() ? "JupyterLab " : "Jupyter Notebook ") + version;
    }

    /**
     * The environment variables that keep everything Jupyter writes under {@code .lab/} and let it find our kernel.
     *
     * @param kernels the search path of our kernel spec
     * @param inherited the user's own JUPYTER_PATH, empty if there is none
     */
    static Map<String, String> environment(Home home, Path kernels, String inherited) {
        Path base = home.lab().resolve("jupyter");
        base.toFile().mkdirs(); // IPython warns at every start if the folder above its own is missing
        Map<String, String> env = new LinkedHashMap<>();
        env.put("JUPYTER_PATH", Stream.of(kernels.toString(), inherited).filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(java.io.File.pathSeparator)));
        env.put("JUPYTER_DATA_DIR", base.resolve("data").toString());
        env.put("JUPYTER_CONFIG_DIR", base.resolve("config").toString());
        env.put("JUPYTER_RUNTIME_DIR", base.resolve("runtime").toString());
        env.put("IPYTHONDIR", base.resolve("ipython").toString());
        env.put("npm_config_cache", base.resolve("npm").toString()); // Jupyter asks npm for language servers
        env.put("PYTHONIOENCODING", "utf-8");
        return env;
    }
}
