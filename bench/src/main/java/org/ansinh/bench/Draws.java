package org.ansinh.bench;

/** numpy's ways of drawing from a distribution, each with as many random numbers in the same order. */
final class Draws {

    private static final int STRIPS = 256;

    private final Pcg64 random;
    private final double[][] ziggurat = ziggurat();

    Draws(Pcg64 random) {
        this.random = random;
    }

    double[] fractions(int count) {
        var drawn = new double[count];
        for (int i = 0; i < count; i++) {
            drawn[i] = random.fraction();
        }
        return drawn;
    }

    /** Which of some weighted places, one after the other. */
    int[] places(int count, double... weights) {
        var up = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            up[i] = sum;
        }
        for (int i = 0; i < weights.length; i++) {
            up[i] /= sum;
        }
        var drawn = new int[count];
        for (int i = 0; i < count; i++) {
            double at = random.fraction();
            int place = 0;
            while (up[place] <= at) {
                place++;
            }
            drawn[i] = place;
        }
        return drawn;
    }

    /** Between 0 and 1, for shapes above 1. */
    double[] betas(int count, double a, double b) {
        var drawn = new double[count];
        for (int i = 0; i < count; i++) {
            double one = gamma(a);
            drawn[i] = one / (one + gamma(b));
        }
        return drawn;
    }

    /** Marsaglia and Tsang's method. */
    private double gamma(double shape) {
        double b = shape - 1. / 3.;
        double c = 1. / Math.sqrt(9 * b);
        while (true) {
            double x;
            double v;
            do {
                x = normal();
                v = 1.0 + c * x;
            } while (v <= 0.0);
            v = v * v * v;
            double u = random.fraction();
            if (u < 1.0 - 0.0331 * (x * x) * (x * x) || Math.log(u) < 0.5 * x * x + b * (1. - v + Math.log(v))) {
                return b * v;
            }
        }
    }

    /** Marsaglia's ziggurat: strips of equal area under the bell, of which nearly every draw lies well inside one. */
    private double normal() {
        while (true) {
            long drawn = random.next();
            int strip = (int) drawn & 0xff;
            boolean negative = (drawn >>> 8 & 1) == 1;
            long distance = drawn >>> 9 & 0x000fffffffffffffL;
            double x = distance * ziggurat[1][strip];
            x = negative ? -x : x;
            if (distance < (long) ziggurat[0][strip]) {
                return x;
            }
            if (strip == 0) {
                double tail = tail();
                return (distance >>> 8 & 1) == 1 ? -tail : tail;
            }
            double[] height = ziggurat[2];
            if ((height[strip - 1] - height[strip]) * random.fraction() + height[strip] < Math.exp(-0.5 * x * x)) {
                return x;
            }
        }
    }

    private static final double[] EDGE = {3.6541528853610087963519472518};

    private double tail() {
        double edge = EDGE[0];
        while (true) {
            double x = -Math.log1p(-random.fraction()) / edge;
            double y = -Math.log1p(-random.fraction());
            if (y + y > x * x) {
                return edge + x;
            }
        }
    }

    /** Per strip: from where on a draw must be looked at closer, what a step is worth, and how high the bell stands. */
    private static double[][] ziggurat() {
        double edge = EDGE[0];
        double area = edge * bell(edge) + tailArea(edge);
        double scale = 0x1.0p52;
        var tables = new double[3][STRIPS];
        double x = edge;
        for (int strip = STRIPS - 1; strip > 0; strip--) {
            double inner = strip == 1 ? 0 : Math.sqrt(-2 * Math.log(area / x + bell(x)));
            tables[0][strip] = Math.rint(inner / x * scale);
            tables[1][strip] = x / scale;
            tables[2][strip] = bell(x);
            x = inner;
        }
        tables[0][0] = Math.rint(edge * bell(edge) / area * scale);
        tables[1][0] = area / bell(edge) / scale;
        tables[2][0] = 1;
        return tables;
    }

    private static double bell(double x) {
        return Math.exp(-0.5 * x * x);
    }

    /** The area under the bell beyond x, as a continued fraction. */
    private static double tailArea(double x) {
        double fraction = x;
        for (int k = 200; k > 0; k--) {
            fraction = x + k / fraction;
        }
        return bell(x) / fraction;
    }
}
