package spotlight.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Jupyter as a server on this machine: loopback only, with a secret token, the clone as its root. */
final class Server {

    private static final int SECONDS_TO_START = 120;

    private final Home home;
    private final Machine machine;
    private final Jupyter jupyter;
    private final Map<String, String> env;
    private final int port;
    private final String token;

    /**
     * @param env where Jupyter keeps its files and finds the kernel
     */
    Server(Home home, Machine machine, Jupyter jupyter, Map<String, String> env, int port) {
        this.home = home;
        this.machine = machine;
        this.jupyter = jupyter;
        this.env = env;
        this.port = port;
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        this.token = HexFormat.of().formatHex(secret);
    }

    /** Where a browser finds the first page, token included. */
    String url() {
        return "http://127.0.0.1:" + port + firstPage() + "?token=" + token;
    }

    private String firstPage() {
        String prefix = jupyter.isLab() ? "/lab" : "";
        String notebook = "notebooks/00-welcome.ipynb";
        if (!Files.exists(home.root().resolve(notebook))) {
            return prefix.isEmpty() ? "/tree/notebooks" : prefix + "/tree/notebooks";
        }
        return prefix + (jupyter.isLab() ? "/tree/" : "/notebooks/") + notebook;
    }

    /** The command line; the token is not on it, since every user of the machine could read it there. */
    List<String> command(boolean browser) {
        String app = jupyter.isLab() || !jupyter.version().startsWith("6.") ? "ServerApp" : "NotebookApp";
        String root = app.equals("ServerApp") ? "root_dir" : "notebook_dir";
        List<String> command = new ArrayList<>(List.of(jupyter.python().toString(), "-m", jupyter.module(), "-y",
                "--" + app + ".ip=127.0.0.1", "--" + app + ".port=" + port, "--" + app + ".port_retries=0",
                "--" + app + "." + root + "=" + home.root(),
                "--" + app + ".open_browser=" + (browser ? "True" : "False"),
                "--" + app + ".default_url=" + firstPage()));
        // a new notebook is a Java notebook, and the Python that Jupyter itself runs on is not offered
        command.addAll(List.of("--MultiKernelManager.default_kernel_name=java",
                "--KernelSpecManager.ensure_native_kernel=False"));
        // the kernel limits itself to what a browser can take; Jupyter's limit would cut a long output off
        command.add(
                "--" + (app.equals("ServerApp") ? "ZMQChannelsWebsocketConnection" : app) + ".iopub_data_rate_limit=0");
        if (jupyter.isLab()) {
            // no questions to a package index about extensions, no first-start news
            command.add("--LabApp.extension_manager=readonly");
            command.add("--LabApp.news_url=");
        }
        if (machine.root()) {
            command.add("--allow-root");
        }
        return command;
    }

    /** Writes the settings and starts the server; its own messages go to {@code .lab/jupyter/server.log}. */
    Process start(boolean browser) {
        Path config = Path.of(env.get("JUPYTER_CONFIG_DIR"));
        Path log = log();
        try {
            settings(config);
            AltText.install(Path.of(env.get("JUPYTER_DATA_DIR")));
            ProcessBuilder builder = new ProcessBuilder(command(browser)).directory(home.root().toFile())
                    .redirectErrorStream(true).redirectOutput(log.toFile());
            builder.environment().putAll(env);
            builder.environment().put("JUPYTER_TOKEN", token);
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + jupyter.title(), e);
        }
    }

    /**
     * JupyterLab's settings for this course: no news and update questions, files saved soon (a check reads what is
     * saved), no buttons over the text, and a kernel without a debugger shown as idle from its start on, not as
     * "Unknown" until its first cell. The reader's own settings go first.
     */
    private static void settings(Path config) throws IOException {
        Files.createDirectories(config.resolve("labconfig"));
        for (String name : List.of("labconfig/default_setting_overrides.json", "labconfig/page_config.json",
                "jupyter_server_config.json")) {
            Files.writeString(config.resolve(name), Resources.text(Path.of(name).getFileName().toString()));
        }
    }

    /** Signs the course's notebooks as trusted: else their tables and drawings would lose colours until run again. */
    void trust() {
        List<String> sign = new ArrayList<>(List.of(jupyter.python().toString(), "-m", "nbformat.sign"));
        new Chapters(home).find(List.of()).forEach(chapter -> sign.add(chapter.toString()));
        machine.run(Duration.ofMinutes(1), env, line -> {
        }, sign);
    }

    Path log() {
        return home.lab().resolve("jupyter/server.log");
    }

    /**
     * Waits until the server answers.
     *
     * @throws Trouble if it ends, or does not answer in time
     */
    void await(Process process) {
        long deadline = System.nanoTime() + SECONDS_TO_START * 1_000_000_000L;
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (answers()) {
                return;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new Trouble(process.isAlive()
                ? jupyter.title() + " did not answer within " + SECONDS_TO_START + " s"
                : jupyter.title() + " ended at its start",
                "read the last lines of " + log()
                        + "; if they say nothing to you, delete .lab and start ./lab again");
    }

    private boolean answers() {
        try {
            String query = "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
            HttpURLConnection connection = (HttpURLConnection) URI
                    .create("http://127.0.0.1:" + port + "/api/status?" + query).toURL().openConnection();
            connection.setConnectTimeout(2000);
            connection.setReadTimeout(5000);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
