package spotlight.grader.batch;

import java.io.IOException;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import spotlight.grader.Problem;
import spotlight.grader.Wire;

/**
 * What became of the sources of one submission. Each of them, by its stub's name, is in exactly one of the maps.
 *
 * @param classes what was compiled: class files by class name
 * @param broken  what does not compile, and why
 * @param refused what declares a class of the kit's, and which
 */
record Compilation(SortedMap<String, SortedMap<String, byte[]>> classes, SortedMap<String, List<Problem>> broken,
        SortedMap<String, List<Problem>> refused) {

    static Compilation empty() {
        return new Compilation(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    }

    void add(Compilation other) {
        classes.putAll(other.classes);
        broken.putAll(other.broken);
        refused.putAll(other.refused);
    }

    byte[] bytes() {
        return Wire.write(out -> {
            map(out, classes, (to, files) -> map(to, files, Wire::block));
            map(out, broken, (to, problems) -> Wire.list(to, problems, Wire::problem));
            map(out, refused, (to, problems) -> Wire.list(to, problems, Wire::problem));
        });
    }

    static Compilation of(byte[] bytes) {
        return Wire.read(bytes, in -> new Compilation(map(in, from -> map(from, Wire::block)),
                map(in, from -> Wire.list(from, Wire::problem)), map(in, from -> Wire.list(from, Wire::problem))));
    }

    /** Writes a map whose keys are texts. */
    static <T> void map(DataOutputStream out, Map<String, T> map, Wire.Writer<T> values) throws IOException {
        Wire.list(out, List.copyOf(map.entrySet()), (to, entry) -> {
            Wire.text(to, entry.getKey());
            values.write(to, entry.getValue());
        });
    }

    /** Reads a map whose keys are texts. */
    static <T> SortedMap<String, T> map(DataInputStream in, Wire.Reader<T> values) throws IOException {
        SortedMap<String, T> map = new TreeMap<>();
        Wire.list(in, from -> map.put(Wire.text(from), values.read(from)) == null);
        return map;
    }
}
