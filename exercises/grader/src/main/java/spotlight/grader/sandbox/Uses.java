package spotlight.grader.sandbox;

/** Is told what a class file uses, in order. Class names have dots, nested ones {@code $}; line 0 is no line. */
interface Uses {
    /** The class is named: a field's type, a parameter, a cast, a caught exception, an annotation. */
    void type(int line, String className);

    /** The class is extended or implemented. */
    void supertype(String className);

    /** A method or a field is used, by a call or a method reference. @param member {@code <init>} is a constructor */
    void member(int line, String owner, String member);

    /** Something else that is never allowed. */
    void forbidden(int line, String what, String why);
}
