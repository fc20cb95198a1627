package spotlight.grader.sandbox;

import java.util.List;

/** Holds what a class uses against the list, and writes a sentence about each use that is not on it. */
final class Judge implements Uses {
    /** @param line counted from 1, or 0 when it concerns no line */
    record Finding(int line, String message) {
    }

    private final AllowList list;
    private final Submitted submitted;
    private final List<Finding> findings;

    Judge(AllowList list, Submitted submitted, List<Finding> findings) {
        this.list = list;
        this.submitted = submitted;
        this.findings = findings;
    }

    /** A class of this name is in the submission. */
    void defines(String className) {
        if (!list.mayDefine(className)) {
            findings.add(new Finding(0,
                    "a class of the name " + className.replace('$', '.')
                            + " may not be defined in an exercise: it is not the stub's, and its package or name is the "
                            + "course's; give it another name, inside the stub"));
        }
    }

    @Override
    public void type(int line, String className) {
        if (!isOwn(className) && !list.allowed().type(className)) {
            forbidden(line, className, list.reasons().why(className));
        }
    }

    @Override
    public void supertype(String className) {
        if (isOwn(className)) {
            return;
        }
        if (!list.allowed().type(className)) {
            type(0, className);
        } else if (!list.allowed().mayBeExtended(className)) {
            forbidden(0, "a class or interface that extends or implements " + className,
                    "use the class as it is, and hold it in a field");
        }
    }

    @Override
    public void member(int line, String owner, String member) {
        if (isOwn(owner)) {
            submitted.origins(owner, member).stream().filter(origin -> !isOwn(origin))
                    .forEach(origin -> member(line, origin, member));
        } else if (list.allowed().type(owner) && !list.allowed().member(owner, member)) {
            boolean constructor = member.equals("<init>");
            String name = constructor ? "new " + owner : owner + '.' + member;
            forbidden(line, name, list.reasons().why(constructor ? owner : owner + '.' + member));
        }
    }

    @Override
    public void forbidden(int line, String what, String why) {
        findings.add(new Finding(line, what.replace('$', '.') + " is not allowed in an exercise: " + why));
    }

    /** A class of the submission, or a stub that was not handed in and so is the course's own. */
    private boolean isOwn(String className) {
        return submitted.has(className) || list.isStub(className);
    }
}
