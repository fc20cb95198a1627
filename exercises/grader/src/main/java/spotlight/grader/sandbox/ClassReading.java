package spotlight.grader.sandbox;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/** Reads one class file and tells {@link Uses} all that it mentions, apart from debug information. */
final class ClassReading extends ClassVisitor {
    private final Uses uses;
    private String source = "";

    ClassReading(Uses uses) {
        super(Opcodes.ASM9);
        this.uses = uses;
    }

    /** The source file's name, without folder, or empty; known after reading. */
    String source() {
        return source;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        if (superName != null) {
            uses.supertype(dotted(superName));
        }
        for (String each : interfaces) {
            uses.supertype(dotted(each));
        }
    }

    @Override
    public void visitSource(String file, String debug) {
        source = file == null ? "" : file;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return annotation(descriptor);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(int typeRef, TypePath path, String descriptor, boolean visible) {
        return annotation(descriptor);
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String name, String descriptor, String signature) {
        return new RecordComponentVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return annotation(annotation);
            }
        };
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        type(uses, 0, Type.getType(descriptor));
        return new FieldVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return annotation(annotation);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        if ((access & Opcodes.ACC_NATIVE) != 0) {
            uses.forbidden(0, "the native method " + name, "native code can do anything; write it in Java");
        }
        if (name.equals("finalize") && descriptor.equals("()V")) {
            uses.forbidden(0, "the finalizer finalize()", "it would run when nobody expects it; leave it out");
        }
        type(uses, 0, Type.getMethodType(descriptor));
        if (thrown != null) {
            for (String each : thrown) {
                uses.type(0, dotted(each));
            }
        }
        return new MethodReading(uses);
    }

    private AnnotationVisitor annotation(String descriptor) {
        type(uses, 0, Type.getType(descriptor));
        return null;
    }

    static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }

    /** Tells the classes in a type: an array's elements, a method's parameters and result. */
    static void type(Uses uses, int line, Type type) {
        switch (type.getSort()) {
            case Type.ARRAY -> type(uses, line, type.getElementType());
            case Type.OBJECT -> uses.type(line, type.getClassName());
            case Type.METHOD -> {
                type(uses, line, type.getReturnType());
                for (Type argument : type.getArgumentTypes()) {
                    type(uses, line, argument);
                }
            }
            default -> {
                // a number, or void
            }
        }
    }
}
