package spotlight.grader;

import java.util.Comparator;
import java.util.List;

import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Runs the methods of a test in the order of its source, so that what a learner prints comes in that order too. */
final class InSourceOrder implements MethodOrderer {
    @Override
    public void orderMethods(MethodOrdererContext context) {
        List<String> names = SourceOrder.sort(context.getTestClass().getName(),
                context.getMethodDescriptors().stream().map(method -> method.getMethod().getName()).toList());
        Comparator<MethodDescriptor> byPosition = Comparator
                .comparing(method -> names.indexOf(method.getMethod().getName()));
        context.getMethodDescriptors().sort(byPosition);
    }
}
