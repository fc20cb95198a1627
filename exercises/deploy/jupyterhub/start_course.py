"""Starts one student's Jupyter, as that student: a copy of the course in ~/spotlight, and the Java kernel for it.

The copy is the student's own and is never touched again. The compiled library is not copied: all share the one that
./lab built beside the original.
"""
import json
import os
import shutil
import sys

SHARED = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
VECTOR = ["--add-modules", "jdk.incubator.vector"]


def course():
    """Copies the course once; a copy that was cut off does not count as one."""
    copy = os.path.expanduser("~/spotlight")
    if not os.path.exists(copy):
        unfinished = copy + ".unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        shutil.copytree(SHARED, unfinished, symlinks=True,
                        ignore=shutil.ignore_patterns(".git", ".lab", "target", "deploy", ".ipynb_checkpoints"))
        os.rename(unfinished, copy)
    return copy


def kernel(copy):
    """Writes the kernel spec, the same as ./lab writes, for this copy; returns the folder for JUPYTER_PATH."""
    built = os.path.join(SHARED, "notebooks", "kit", "target")
    try:
        with open(os.path.join(built, "lab", "classpath"), encoding="utf-8") as file:
            libraries = file.read().strip()
    except FileNotFoundError:
        raise SystemExit("the course in " + SHARED + " is not built: run ./lab --version there once") from None
    classpath = os.path.join(built, "classes") + os.pathsep + libraries
    home = os.environ.get("JAVA_HOME")
    java = os.path.join(home, "bin", "java") if home else shutil.which("java")
    if not java:
        raise SystemExit("there is no Java on PATH: install a JDK 17 or newer")
    spec = {
        "argv": [java, *VECTOR, "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8", "-cp", classpath,
                 "spotlight.kernel.Main", "{connection_file}"],
        "display_name": "Java (Spotlight)",
        "language": "java",
        "interrupt_mode": "message",
        "env": {"SPOTLIGHT_HOME": copy, "IJAVA_CLASSPATH": classpath, "IJAVA_COMPILER_OPTS": " ".join(VECTOR)},
    }
    folder = os.path.join(copy, ".lab", "hub")
    os.makedirs(os.path.join(folder, "kernels", "java"), exist_ok=True)
    with open(os.path.join(folder, "kernels", "java", "kernel.json"), "w", encoding="utf-8") as file:
        json.dump(spec, file, indent=2)
    return folder


def main():
    copy = course()
    paths = [kernel(copy), os.environ.get("JUPYTER_PATH", "")]
    os.environ["JUPYTER_PATH"] = os.pathsep.join(path for path in paths if path)
    os.execvp("jupyterhub-singleuser", ["jupyterhub-singleuser", *sys.argv[1:],
                                        "--KernelSpecManager.ensure_native_kernel=False"])


main()
