package spotlight.lab;

/** Prints how wide this machine's vectors are, in bits. A program of its own: the launcher runs without the module. */
final class VectorProbe {

    private VectorProbe() {
    }

    public static void main(String[] args) throws ReflectiveOperationException {
        Class<?> vector = Class.forName("jdk.incubator.vector.FloatVector");
        Object species = vector.getField("SPECIES_PREFERRED").get(null);
        System.out.println(
                Class.forName("jdk.incubator.vector.VectorSpecies").getMethod("vectorBitSize").invoke(species));
    }
}
