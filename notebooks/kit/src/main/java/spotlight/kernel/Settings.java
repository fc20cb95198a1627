package spotlight.kernel;

import io.github.spencerpark.jupyter.kernel.util.GlobFinder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the environment says about a kernel. Names and meaning of the variables are IJava's.
 *
 * @param classpath what cells compile and run against; globs allowed ({@code IJAVA_CLASSPATH}, default this JVM's own)
 * @param compilerOptions options of the cell compiler ({@code IJAVA_COMPILER_OPTS})
 * @param timeout longest time of one statement, such as {@code 30 seconds} or milliseconds; zero for none
 *        ({@code IJAVA_TIMEOUT})
 * @param startupScripts Java to run before the first cell ({@code IJAVA_STARTUP_SCRIPTS_PATH}, then
 *        {@code IJAVA_STARTUP_SCRIPT})
 */
record Settings(List<String> classpath, List<String> compilerOptions, Duration timeout, List<String> startupScripts) {
    private static final Pattern TIMEOUT = Pattern.compile("(-?\\d+)\\s*([A-Za-z]*)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    /** Reads the settings from environment variables. */
    static Settings ofEnvironment(Map<String, String> env) {
        String ownPath = System.getProperty("java.class.path", "");
        List<String> scripts = new ArrayList<>();
        for (String file : paths(env.getOrDefault("IJAVA_STARTUP_SCRIPTS_PATH", ""))) {
            scripts.add(read(Path.of(file)));
        }
        if (env.containsKey("IJAVA_STARTUP_SCRIPT")) {
            scripts.add(env.get("IJAVA_STARTUP_SCRIPT"));
        }
        return new Settings(paths(env.getOrDefault("IJAVA_CLASSPATH", ownPath)),
                words(env.getOrDefault("IJAVA_COMPILER_OPTS", "")), timeout(env.getOrDefault("IJAVA_TIMEOUT", "-1")),
                scripts);
    }

    /** Splits a class path and expands its globs; an entry that matches nothing is left out. */
    static List<String> paths(String classpath) {
        List<String> found = new ArrayList<>();
        for (String entry : classpath.split(Pattern.quote(File.pathSeparator))) {
            if (!entry.isBlank()) {
                found.addAll(glob(entry.strip()));
            }
        }
        return List.copyOf(found);
    }

    private static List<String> glob(String entry) {
        if (!entry.contains("*") && !entry.contains("?")) {
            return Files.exists(Path.of(entry)) ? List.of(Path.of(entry).toAbsolutePath().toString()) : List.of();
        }
        List<String> found = new ArrayList<>();
        try {
            for (Path path : new GlobFinder(entry.replace(File.separatorChar, '/')).computeMatchingPaths()) {
                found.add(path.toAbsolutePath().toString());
            }
        } catch (IOException missing) {
            return List.of();
        }
        found.sort(null);
        return found;
    }

    /** Splits options at blanks; double quotes keep a word together. */
    static List<String> words(String options) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(options);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2));
        }
        return List.copyOf(words);
    }

    static Duration timeout(String text) {
        Matcher matcher = TIMEOUT.matcher(text.strip());
        try {
            if (matcher.matches()) {
                String unit = matcher.group(2).isEmpty() ? "MILLISECONDS" : matcher.group(2).toUpperCase(Locale.ROOT);
                long amount = Math.max(0, Long.parseLong(matcher.group(1)));
                return Duration.of(amount, TimeUnit.valueOf(unit).toChronoUnit());
            }
        } catch (IllegalArgumentException unknownUnit) {
            // reported below, with the other malformed values
        }
        throw new IllegalArgumentException("IJAVA_TIMEOUT: " + text + " is not a time such as 5000 or \"5 seconds\"");
    }

    private static String read(Path script) {
        try {
            return Files.readString(script);
        } catch (IOException e) {
            throw new UncheckedIOException("IJAVA_STARTUP_SCRIPTS_PATH: " + script + " cannot be read", e);
        }
    }
}
