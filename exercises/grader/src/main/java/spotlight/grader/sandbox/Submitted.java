package spotlight.grader.sandbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The classes of one submission: which members they declare, and what they inherit the others from. */
final class Submitted {
    private record Declared(Set<String> supertypes, Set<String> members) {
    }

    private final Map<String, Declared> classes = new HashMap<>();

    /** @param files class files by class name; one that cannot be read declares nothing */
    Submitted(Map<String, byte[]> files) {
        files.forEach((name, file) -> classes.put(name, declared(file)));
    }

    boolean has(String className) {
        return classes.containsKey(className);
    }

    /**
     * Where a member of a submitted class comes from: empty when a submitted class declares it, otherwise all classes
     * that are not submitted and that it may be inherited from.
     */
    Set<String> origins(String className, String member) {
        Set<String> origins = new LinkedHashSet<>();
        if (isDeclared(className, member, origins, new HashSet<>()) || member.equals("<init>")) {
            return Set.of();
        }
        if (origins.size() > 1) {
            origins.remove("java.lang.Object");
        }
        return origins;
    }

    private boolean isDeclared(String className, String member, Set<String> origins, Set<String> seen) {
        Declared declared = classes.get(className);
        if (declared == null) {
            origins.add(className);
            return false;
        }
        if (declared.members().contains(member)) {
            return true;
        }
        boolean found = false;
        for (String supertype : declared.supertypes()) {
            found |= seen.add(supertype) && isDeclared(supertype, member, origins, seen);
        }
        return found;
    }

    private static Declared declared(byte[] file) {
        Set<String> supertypes = new LinkedHashSet<>();
        Set<String> members = new HashSet<>();
        try {
            new ClassReader(file).accept(new ClassVisitor(Opcodes.ASM9) {
                @Override
                public void visit(int version, int access, String name, String signature, String superName,
                        String[] interfaces) {
                    supertypes.add(ClassReading.dotted(superName));
                    for (String each : interfaces) {
                        supertypes.add(ClassReading.dotted(each));
                    }
                }

                @Override
                public FieldVisitor visitField(int access, String name, String descriptor, String signature,
                        Object value) {
                    members.add(name);
                    return null;
                }

                @Override
                public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                        String[] thrown) {
                    members.add(name);
                    return null;
                }
            }, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        } catch (RuntimeException unreadable) {
            supertypes.clear();
            members.clear();
        }
        return new Declared(supertypes, members);
    }
}
