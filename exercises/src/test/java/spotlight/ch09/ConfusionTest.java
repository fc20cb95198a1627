package spotlight.ch09;

import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import spotlight.grader.Exercise;
import spotlight.grader.Points;
import spotlight.grader.Verify;

@Exercise("9.2 Who is taken for whom")
@Tag("ch09")
class ConfusionTest {
    private static final int[] LABELS = {1, 1, 1, 1, 0, 0};
    private static final int[] PREDICTED = {1, 0, 0, 1, 1, 0};
    /** Rows: 12 of class 0, 9 of class 1, 13 of class 2. */
    private static final int[][] THREE = {{7, 3, 2}, {1, 8, 0}, {4, 5, 4}};

    @Test
    @Points(value = 2, hint = "matrix[label][prediction] grows by one for each text.")
    void rowsAreLabelsColumnsArePredictions() {
        verifyMatrix(LABELS, PREDICTED, new int[][] {{1, 1}, {2, 2}});
        verifyMatrix(new int[] {0, 2, 2, 1, 0}, new int[] {2, 2, 1, 1, 2},
                new int[][] {{0, 0, 2}, {0, 1, 0}, {0, 1, 1}});
        verifyMatrix(new int[] {0, 0}, new int[] {0, 0}, new int[][] {{2, 0}, {0, 0}});
    }

    private static void verifyMatrix(int[] labels, int[] predicted, int[][] right) {
        Verify.that("matrix", Confusion.matrix(labels, predicted, right.length))
                .suspect(() -> transposed(right), "rows and columns are swapped: the row is the label")
                .suspect(() -> diagonal(right), "only right answers are counted: the mistakes belong there too")
                .equalTo(right);
    }

    @Test
    @Points(value = 1, hint = "The diagonal divided by everything.")
    void accuracyIsTheDiagonal() {
        Verify.that("accuracy of {{1,1},{2,2}}", Confusion.accuracy(new int[][] {{1, 1}, {2, 2}}))
                .suspect(() -> 0, "int / int drops everything after the point: make one a double")
                .equalTo(0.5);
        Verify.that("accuracy of three classes", Confusion.accuracy(THREE))
                .suspect(() -> 0, "int / int drops everything after the point: make one a double")
                .suspect(() -> (7 / 12.0 + 8 / 9.0 + 4 / 13.0) / 3,
                        "this is the mean recall of the classes: accuracy counts texts, whatever their class")
                .equalTo(19 / 34.0);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    @Points(value = 2, hint = "Precision divides by the sum of a column, recall by the sum of a row.")
    void precisionAndRecall(int which) {
        double column = THREE[0][which] + THREE[1][which] + THREE[2][which];
        double row = THREE[which][0] + THREE[which][1] + THREE[which][2];
        double hit = THREE[which][which];
        Verify.that("precision of class " + which, Confusion.precision(THREE, which))
                .suspect(() -> hit / row, "this is recall: precision divides by what the model SAID, a column")
                .suspect(() -> hit / 34, "divided by all texts: only those count that the model puts into the class")
                .suspect(() -> 0, "int / int drops everything after the point: make one a double")
                .equalTo(hit / column);
        Verify.that("recall of class " + which, Confusion.recall(THREE, which))
                .suspect(() -> hit / column, "this is precision: recall divides by what IS there, a row")
                .suspect(() -> hit / 34, "divided by all texts: only those of the class count")
                .suspect(() -> 0, "int / int drops everything after the point: make one a double")
                .equalTo(hit / row);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2"})
    @Points(value = 2, hint = "2 p r / (p + r), with the precision and the recall of the class.")
    void f1IsTheHarmonicMean(int which) {
        double p = THREE[which][which] / (double) (THREE[0][which] + THREE[1][which] + THREE[2][which]);
        double r = THREE[which][which] / (double) (THREE[which][0] + THREE[which][1] + THREE[which][2]);
        Verify.that("f1 of class " + which, Confusion.f1(THREE, which))
                .suspect(() -> (p + r) / 2, "this is the arithmetic mean, which forgives a recall of nearly 0")
                .suspect(() -> p * r / (p + r), "half of it: the formula has a 2 in front")
                .suspect(() -> Math.sqrt(p * r), "this is the geometric mean")
                .suspect(() -> 0, "0: where are precision and recall?")
                .equalTo(2 * p * r / (p + r));
    }

    @Test
    @Points(value = 1, hint = "0 divided by 0 is NaN: a class that is never named gets 0.")
    void aClassThatIsNeverNamedIsNotNaN() {
        int[][] alwaysZero = {{90, 0}, {10, 0}};
        int[][] neverOne = {{0, 0}, {3, 5}};
        zero("precision of a class the model never names", Confusion::precision, alwaysZero, 1);
        zero("recall of a class it never finds", Confusion::recall, alwaysZero, 1);
        zero("recall of a class without texts", Confusion::recall, neverOne, 0);
        zero("f1 of a class the model never names", Confusion::f1, alwaysZero, 1);
        Verify.that("recall of always saying 0", Confusion.recall(alwaysZero, 0)).equalTo(1);
        Verify.that("precision of always saying 0", Confusion.precision(alwaysZero, 0)).equalTo(0.9);
    }

    private static void zero(String what, ToDoubleBiFunction<int[][], Integer> score, int[][] matrix, int which) {
        Verify.that(what, score.applyAsDouble(matrix, which))
                .suspectIf(Double::isNaN, "NaN, 0 divided by 0: it is 0 by agreement, or it spoils every mean")
                .equalTo(0);
    }

    private static int[][] transposed(int[][] matrix) {
        int[][] swapped = new int[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                swapped[j][i] = matrix[i][j];
            }
        }
        return swapped;
    }

    private static int[][] diagonal(int[][] matrix) {
        int[][] only = new int[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            only[i][i] = matrix[i][i];
        }
        return only;
    }
}
