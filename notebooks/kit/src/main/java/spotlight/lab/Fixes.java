package spotlight.lab;

import java.nio.file.Path;

/** The exact command that mends a finding, for each operating system. */
enum Fixes {

    JDK("sudo apt install openjdk-21-jdk || sudo apt install openjdk-17-jdk", "sudo dnf install java-21-openjdk-devel",
            "brew install --cask temurin",
            "winget install EclipseAdoptium.Temurin.21.JDK",
            "install a JDK 17 or newer (https://adoptium.net) and put its bin folder on PATH"), //
    MAVEN("sudo apt install maven", "sudo dnf install maven", "brew install maven",
            "unpack the zip of https://maven.apache.org/download.cgi and put its bin folder on PATH",
            "install Maven 3.8 or newer (https://maven.apache.org) and put its bin folder on PATH"), //
    PYTHON("sudo apt install python3 python3-venv", "sudo dnf install python3", "brew install python",
            "winget install Python.Python.3.13",
            "install Python 3.9 or newer (https://www.python.org) and put it on PATH"), //
    VENV("sudo apt install python3-venv", "sudo dnf install python3", "brew install python",
            "winget install Python.Python.3.13", "install the venv module of your Python"), //
    JUPYTER("sudo apt install jupyter-notebook python3-nbclient", "sudo dnf install jupyterlab python3-nbclient",
            "brew install jupyterlab", "winget install Anaconda.Miniconda3, then conda install jupyterlab nbclient",
            "install Jupyter and nbclient from your system's packages"), //
    FONTS("sudo apt install libfreetype6 fontconfig fonts-dejavu-core fonts-noto-cjk",
            "sudo dnf install freetype fontconfig dejavu-sans-fonts google-noto-sans-cjk-fonts",
            "macOS brings its fonts: reinstall the JDK with brew install --cask temurin",
            "Windows brings its fonts: reinstall the JDK with winget install EclipseAdoptium.Temurin.21.JDK",
            "install freetype, fontconfig, DejaVu Sans and a font with Chinese characters"), //
    BUBBLEWRAP("sudo apt install bubblewrap", "sudo dnf install bubblewrap",
            "macOS has no bubblewrap: grade on Linux, for instance in a virtual machine",
            "Windows has no bubblewrap: grade in WSL, after sudo apt install bubblewrap there",
            "install bubblewrap, which provides bwrap, from your system's packages");

    private final String[] commands;

    Fixes(String... commands) {
        this.commands = commands;
    }

    String on(Os os) {
        return commands[os.ordinal()];
    }

    /** What to do when pip reaches no package index. */
    static String offline(Os os) {
        return "connect to the internet and start ./lab again, or: " + JUPYTER.on(os);
    }

    /** What to do about a folder nothing can be written in. */
    static String readOnly(Path root) {
        return "copy the course to a folder of your own and start it there: cp -R \"" + root
                + "\" ~/spotlight && chmod -R u+w ~/spotlight && ~/spotlight/lab";
    }
}
