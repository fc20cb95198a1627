package spotlight.grader.sandbox;

import java.util.Set;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.TypePath;

/** The part of {@link ClassReading} that reads a method's code. */
final class MethodReading extends MethodVisitor {
    /** What javac makes lambdas, string concatenation, records and switches of. */
    private static final Set<String> BOOTSTRAPS = Set.of("java.lang.invoke.LambdaMetafactory.metafactory",
            "java.lang.invoke.StringConcatFactory.makeConcatWithConstants",
            "java.lang.runtime.ObjectMethods.bootstrap", "java.lang.runtime.SwitchBootstraps.typeSwitch",
            "java.lang.runtime.SwitchBootstraps.enumSwitch");

    private final Uses uses;
    private int line;

    MethodReading(Uses uses) {
        super(Opcodes.ASM9);
        this.uses = uses;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
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
    public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        return annotation(descriptor);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        type(Type.getObjectType(type));
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        type(Type.getType(descriptor));
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        if (type != null) {
            type(Type.getObjectType(type));
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        member(owner, name);
        type(Type.getType(descriptor));
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
        member(owner, name);
        type(Type.getMethodType(descriptor));
    }

    @Override
    public void visitLdcInsn(Object value) {
        constant(value);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        type(Type.getMethodType(descriptor));
        bootstrap(bootstrap);
        for (Object argument : arguments) {
            constant(argument);
        }
    }

    private void constant(Object value) {
        if (value instanceof Type type) {
            type(type);
        } else if (value instanceof Handle handle) {
            member(handle.getOwner(), handle.getName());
            type(Type.getType(handle.getDesc()));
        } else if (value instanceof ConstantDynamic dynamic) {
            bootstrap(dynamic.getBootstrapMethod());
            type(Type.getType(dynamic.getDescriptor()));
            for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                constant(dynamic.getBootstrapMethodArgument(i));
            }
        }
    }

    private void bootstrap(Handle handle) {
        String name = ClassReading.dotted(handle.getOwner()) + '.' + handle.getName();
        if (!BOOTSTRAPS.contains(name)) {
            uses.forbidden(line, "a call linked by " + name, "write a plain lambda or a plain call");
        }
    }

    /** An array's only members are clone and length, which are harmless: what counts is what it holds. */
    private void member(String owner, String name) {
        Type type = Type.getObjectType(owner);
        type(type);
        if (type.getSort() == Type.OBJECT) {
            uses.member(line, type.getClassName(), name);
        }
    }

    private void type(Type type) {
        ClassReading.type(uses, line, type);
    }

    private AnnotationVisitor annotation(String descriptor) {
        type(Type.getType(descriptor));
        return null;
    }
}
