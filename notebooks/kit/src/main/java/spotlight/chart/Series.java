package spotlight.chart;

import spotlight.tensor.Tensor;

/** A named row of points. */
record Series(String name, double[] x, double[] y) {
    static Series of(String op, String name, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    op + ": series \"" + name + "\" has " + x.length + " x and " + y.length + " y values");
        }
        if (y.length == 0) {
            throw new IllegalArgumentException(op + ": series \"" + name + "\" has no values");
        }
        return new Series(name, x.clone(), y.clone());
    }

    /** 0, 1, 2 … */
    static double[] indices(int count) {
        double[] indices = new double[count];
        for (int i = 0; i < count; i++) {
            indices[i] = i;
        }
        return indices;
    }

    /** The numbers of a vector. */
    static double[] doubles(String op, String name, Tensor vector) {
        if (vector.rank() != 1) {
            throw new IllegalArgumentException(op + ": series \"" + name + "\" "
                    + java.util.Arrays.toString(vector.shape()).replace(" ", "") + " is not a vector");
        }
        float[] data = vector.data();
        double[] doubles = new double[data.length];
        for (int i = 0; i < data.length; i++) {
            doubles[i] = data[i];
        }
        return doubles;
    }

    double first() {
        return y[0];
    }

    double last() {
        return y[y.length - 1];
    }
}
