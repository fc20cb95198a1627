package spotlight.ch09;

import java.util.stream.IntStream;

/**
 * Exercise 9.2, who is taken for whom. Accuracy is one number and hides which mistakes are made. The confusion matrix
 * counts them all: row = what a text is, column = what the model says.
 *
 * <pre>
 *   labels      1 1 1 1 0 0              says 0   says 1
 *   predicted   1 0 0 1 1 0      is 0       1        1
 *                                is 1       2        2
 *
 *   accuracy       right / all                               3/6
 *   precision(1)   of those it calls 1, so many are 1        2/3
 *   recall(1)      of those that are 1, so many it finds     2/4
 *   f1(1)          2 precision recall / (precision + recall) 4/7
 * </pre>
 *
 * A class that the model never names has precision 0 here, one without texts recall 0, and both have F1 0: not NaN,
 * which would spoil every mean it enters.
 */
public final class Confusion {
    private Confusion() {
    }

    /**
     * Counts.
     *
     * @param labels    what each text is, 0..classes-1
     * @param predicted what the model says of each
     * @param classes   how many classes there are
     * @return [classes][classes], row label, column prediction
     */
    public static int[][] matrix(int[] labels, int[] predicted, int classes) {
        int[][] matrix = new int[classes][classes];
        for (int i = 0; i < labels.length; i++) {
            matrix[labels[i]][predicted[i]]++;
        }
        return matrix;
    }

    /** The share of all texts that are right. */
    public static double accuracy(int[][] matrix) {
        int right = 0;
        int all = 0;
        for (int label = 0; label < matrix.length; label++) {
            right += matrix[label][label];
            all += IntStream.of(matrix[label]).sum();
        }
        return (double) right / all;
    }

    /** Of the texts that the model puts into this class, the share that belongs there; 0 if it puts none there. */
    public static double precision(int[][] matrix, int which) {
        int said = 0;
        for (int[] row : matrix) {
            said += row[which];
        }
        return said == 0 ? 0 : (double) matrix[which][which] / said;
    }

    /** Of the texts of this class, the share that the model finds; 0 if there are none. */
    public static double recall(int[][] matrix, int which) {
        int there = IntStream.of(matrix[which]).sum();
        return there == 0 ? 0 : (double) matrix[which][which] / there;
    }

    /** The harmonic mean of precision and recall; 0 if both are 0. */
    public static double f1(int[][] matrix, int which) {
        double precision = precision(matrix, which);
        double recall = recall(matrix, which);
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
}
