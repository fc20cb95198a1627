package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ServerTest {

    @TempDir
    Path root;

    private final FakeMachine machine = new FakeMachine();

    @Test
    void listensOnLoopbackWithTheCloneAsItsRoot() {
        assertEquals(List.of("/python", "-m", "jupyterlab", "-y", "--ServerApp.ip=127.0.0.1", "--ServerApp.port=9000",
                "--ServerApp.port_retries=0", "--ServerApp.root_dir=" + root, "--ServerApp.open_browser=True",
                "--ServerApp.default_url=/lab/tree/notebooks", "--MultiKernelManager.default_kernel_name=java",
                "--KernelSpecManager.ensure_native_kernel=False",
                "--ZMQChannelsWebsocketConnection.iopub_data_rate_limit=0", "--LabApp.extension_manager=readonly",
                "--LabApp.news_url="), server("jupyterlab", "4.6.4").command(true));
    }

    @Test
    void speaksToDebiansOlderNotebookServer() {
        List<String> command = server("notebook", "6.4.12").command(false);
        assertTrue(command.contains("--NotebookApp.notebook_dir=" + root));
        assertTrue(command.contains("--NotebookApp.ip=127.0.0.1"));
        assertTrue(command.contains("--NotebookApp.open_browser=False"));
        assertTrue(command.stream().noneMatch(word -> word.contains("LabApp") || word.contains("ServerApp")));
        assertTrue(server("notebook", "7.6.3").command(false).contains("--ServerApp.ip=127.0.0.1"));
    }

    @Test
    void onlyTheAdministratorIsToldToBeAllowed() {
        assertFalse(server("jupyterlab", "4.6.4").command(false).contains("--allow-root"));
        machine.root = true;
        assertTrue(server("jupyterlab", "4.6.4").command(false).contains("--allow-root"));
    }

    @Test
    void theAddressLeadsToTheFirstChapterAndHasASecretOfItsOwn() throws IOException {
        Files.createDirectories(root.resolve("notebooks"));
        Files.writeString(root.resolve("notebooks/00-welcome.ipynb"), "");
        String url = server("jupyterlab", "4.6.4").url();
        assertTrue(url.matches("http://127.0.0.1:9000/lab/tree/notebooks/00-welcome.ipynb\\?token=[0-9a-f]{48}"), url);
        assertNotEquals(url, server("jupyterlab", "4.6.4").url());
        assertTrue(server("notebook", "6.4.12").url()
                .startsWith("http://127.0.0.1:9000/notebooks/notebooks/00-welcome.ipynb?token="));
    }

    @Test
    void theSecretIsNotOnTheCommandLine() {
        Server server = server("jupyterlab", "4.6.4");
        String token = server.url().replaceFirst(".*token=", "");
        assertTrue(server.command(true).stream().noneMatch(word -> word.contains(token)));
    }

    @Test
    void theCoursesNotebooksAreTrusted() throws IOException {
        Path chapter = Files.createDirectories(root.resolve("notebooks")).resolve("02-spotlight.ipynb");
        Files.writeString(chapter, "");
        server("jupyterlab", "4.6.4").trust();
        assertEquals(List.of(List.of("/python", "-m", "nbformat.sign", chapter.toString())), machine.commands);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aServerThatEndsAtItsStartIsReportedWithItsLog() throws IOException {
        Path python = Files.writeString(root.resolve("python"), "#!/bin/sh\necho broken >&2\nexit 3\n");
        assertTrue(python.toFile().setExecutable(true));
        Server server = new Server(new Home(root), machine, new Jupyter(python, true, "jupyterlab", "4.6.4"),
                Jupyter.environment(new Home(root), root.resolve("kernels"), ""), 9000);
        Process process = server.start(false);
        Trouble trouble = assertThrows(Trouble.class, () -> server.await(process));
        assertEquals("JupyterLab 4.6.4 ended at its start", trouble.getMessage());
        assertEquals("read the last lines of " + server.log()
                + "; if they say nothing to you, delete .lab and start ./lab again", trouble.fix());
        assertEquals("broken\n", Files.readString(server.log()));
        assertTrue(Files.readString(root.resolve(".lab/jupyter/config/labconfig/default_setting_overrides.json"))
                .contains("\"fetchNews\": \"false\""));
        assertFalse(Files.readString(root.resolve(".lab/jupyter/config/jupyter_server_config.json"))
                .contains("kernel_info_request"));
    }

    private Server server(String module, String version) {
        return new Server(new Home(root), machine, new Jupyter(Path.of("/python"), true, module, version), Map.of(),
                9000);
    }
}
