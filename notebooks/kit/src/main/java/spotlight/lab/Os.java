package spotlight.lab;

/** The operating systems the launcher knows fixes for. */
public enum Os {
    DEBIAN, FEDORA, MAC, WINDOWS, OTHER;

    /**
     * @param name the system property {@code os.name}
     * @param release the text of {@code /etc/os-release}, empty where there is none
     */
    static Os of(String name, String release) {
        if (name.startsWith("Windows")) {
            return WINDOWS;
        }
        if (name.startsWith("Mac")) {
            return MAC;
        }
        String family = release.lines().filter(line -> line.startsWith("ID=") || line.startsWith("ID_LIKE="))
                .reduce("", (a, b) -> a + " " + b);
        if (family.contains("debian") || family.contains("ubuntu")) {
            return DEBIAN;
        }
        return family.contains("fedora") || family.contains("rhel") ? FEDORA : OTHER;
    }
}
