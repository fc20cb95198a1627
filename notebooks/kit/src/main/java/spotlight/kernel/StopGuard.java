package spotlight.kernel;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Up to JDK 19 a cell is stopped by a {@code ThreadDeath}, which {@code catch (Throwable t)} catches like any other
 * error. This rewrites a cell's classes so that each such block begins with
 * {@code if (t instanceof ThreadDeath) throw t;}. What {@code finally} and {@code synchronized} do stays as it is.
 */
final class StopGuard {
    private static final String STOP = "java/lang/ThreadDeath";
    private static final Set<String> CATCH_STOP = Set.of("java/lang/Throwable", "java/lang/Error", STOP);

    private StopGuard() {
    }

    static byte[] guard(byte[] bytecode) {
        ClassReader reader = new ClassReader(bytecode);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature,
                    String[] exceptions) {
                return new Guarded(super.visitMethod(access, name, descriptor, signature, exceptions));
            }
        }, 0);
        return writer.toByteArray();
    }

    /** A method whose blocks {@code catch (Throwable t)}, each a label followed by a frame, pass a stop on. */
    private static final class Guarded extends MethodVisitor {
        private final Set<Label> catches = new HashSet<>();
        private boolean catchBegins;

        Guarded(MethodVisitor method) {
            super(Opcodes.ASM9, method);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            if (type != null && CATCH_STOP.contains(type)) {
                catches.add(handler);
            }
            super.visitTryCatchBlock(start, end, handler, type);
        }

        @Override
        public void visitLabel(Label label) {
            catchBegins |= catches.contains(label);
            super.visitLabel(label);
        }

        @Override
        public void visitFrame(int type, int locals, Object[] local, int stacked, Object[] stack) {
            super.visitFrame(type, locals, local, stacked, stack);
            if (catchBegins) {
                catchBegins = false;
                Label other = new Label();
                super.visitInsn(Opcodes.DUP);
                super.visitTypeInsn(Opcodes.INSTANCEOF, STOP);
                super.visitJumpInsn(Opcodes.IFEQ, other);
                super.visitInsn(Opcodes.ATHROW);
                super.visitLabel(other);
                super.visitFrame(type, locals, local, stacked, stack);
            }
        }

        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(stack + 1, locals);
        }
    }
}
