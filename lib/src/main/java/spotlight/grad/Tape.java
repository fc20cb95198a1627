package spotlight.grad;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import spotlight.tensor.Buffers;
import spotlight.tensor.Tensor;

/**
 * Reverse-mode differentiation. An operation is always younger than its operands, so walking from the youngest to the
 * oldest meets each one when its own gradient is complete, and the chain rule of that one operation is all there is to
 * do.
 */
final class Tape {
    private Tape() {
    }

    /** Adds to the gradients of all parameters behind y, the loss changing by dy with y. */
    static void backward(Node y, Tensor dy) {
        List<Node> operations = operations(y);
        operations.forEach(Node::clearGrad); // of an earlier call
        y.accumulate(() -> Tensor.of(dy.data(), dy.shape()));
        for (Node operation : operations) {
            if (!operation.gradient.isEmpty()) {
                operation.tellOperands();
                if (Buffers.recycling()) {
                    recycle(operation, operation == y);
                }
            }
        }
    }

    /** All operations behind y, the youngest first. No recursion: there may be a hundred thousand, one on the other. */
    private static List<Node> operations(Node y) {
        List<Node> found = new ArrayList<>();
        ArrayDeque<Node> open = new ArrayDeque<>(List.of(y));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (node.computed() && !node.visited) {
                node.visited = true;
                found.add(node);
                open.addAll(List.of(node.operands));
            }
        }
        found.forEach(node -> node.visited = false);
        found.sort(Comparator.comparingLong(node -> -node.birth));
        return found;
    }

    /** The value and its gradient have had their last reader, all of them are younger: the arrays are free again. */
    private static void recycle(Node y, boolean keepValue) {
        float[] value = y.value().data();
        float[] dy = y.gradient.array();
        boolean borrowed = false;
        boolean handedOn = false;
        for (Node x : y.operands) {
            borrowed |= x.value().data() == value; // y is x in another shape
            handedOn |= x.tracked() && x.gradient.array() == dy;
        }
        if (!borrowed && !keepValue) {
            Buffers.release(value);
        }
        if (!handedOn) {
            Buffers.release(dy);
        }
        y.forget(keepValue);
    }
}
