package spotlight.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SnippetEvent;
import jdk.jshell.TypeDeclSnippet;
import jdk.jshell.VarSnippet;

/**
 * What a cell declares, looked at when the whole cell has run: a method may use another that the cell declares further
 * down, but what is missing then must be said.
 */
final class Declarations {
    private final JShell shell;
    private final Map<String, String> lost = new LinkedHashMap<>();
    private final Set<DeclarationSnippet> touched = new LinkedHashSet<>();

    Declarations(JShell shell) {
        this.shell = shell;
    }

    /** Notes what a statement declared or changed, and which variables it took the value of. */
    void add(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            if (event.snippet() instanceof DeclarationSnippet declaration) {
                touched.add(declaration);
                noteLost(declaration, event.causeSnippet());
            }
        }
    }

    private void noteLost(DeclarationSnippet declaration, Snippet cause) {
        if (declaration instanceof VarSnippet && cause instanceof TypeDeclSnippet type) {
            lost.put(declaration.name(), type.name());
        } else if (cause == null) {
            lost.remove(declaration.name());
        }
    }

    /**
     * @throws CellException when a declaration of the cell cannot be used at all; one that merely cannot run yet is a
     * note
     */
    void check(CellSources sources) throws CellException {
        List<String> unusable = new ArrayList<>();
        lost.forEach(
                (variable, type) -> System.err.println("variable " + variable + " has lost its value: class " + type
                        + " was declared anew. Run the cell that fills it again"));
        for (DeclarationSnippet declaration : touched) {
            if (shell.unresolvedDependencies(declaration).findAny().isEmpty()) {
                continue;
            }
            Status status = shell.status(declaration);
            if (status == Status.RECOVERABLE_NOT_DEFINED) {
                unusable.add(sources.line(declaration.id(), 1) + ": error: " + name(declaration) + " cannot be used: "
                        + missing(shell, declaration));
            } else if (status == Status.RECOVERABLE_DEFINED) {
                System.err
                        .println(name(declaration) + " is declared but cannot run yet: " + missing(shell, declaration));
            }
        }
        if (!unusable.isEmpty()) {
            throw new CellException("CompilationError", String.join("\n", unusable), unusable);
        }
    }

    /** {@code method g(int) is not declared}. */
    static String missing(JShell shell, DeclarationSnippet declaration) {
        List<String> missing = shell.unresolvedDependencies(declaration).collect(Collectors.toList());
        return String.join(", ", missing) + (missing.size() > 1 ? " are not declared" : " is not declared");
    }

    /** {@code method f(int)}, {@code class Foo}, {@code variable x}. */
    static String name(Snippet declaration) {
        if (declaration instanceof MethodSnippet method) {
            return "method " + method.name() + "(" + method.parameterTypes() + ")";
        }
        if (declaration instanceof VarSnippet variable) {
            return "variable " + variable.name();
        }
        return "class " + ((DeclarationSnippet) declaration).name();
    }
}
