package spotlight.random;

/**
 * Turns blocks of 16 uniform numbers into normal ones exactly as PyTorch does on processors with AVX2, bit for bit:
 * Box and Muller's method with single-precision polynomials for logarithm, sine and cosine, and with fused
 * multiply-adds where its compiler put them.
 *
 * <h2>NOTICE</h2>
 * The polynomials and their constants come from {@code avx_mathfun.h}, as used in PyTorch, which descends from the
 * Cephes library of Stephen Moshier. This is an altered version in Java, one number at a time. Its licence (zlib):
 * <pre>
 * AVX implementation of sin, cos, sincos, exp and log
 *
 * Based on "sse_mathfun.h", by Julien Pommier
 * http://gruntthepeon.free.fr/ssemath/
 *
 * Copyright (C) 2012 Giovanni Garberoglio
 * Interdisciplinary Laboratory for Computational Science (LISC)
 * Fondazione Bruno Kessler and University of Trento
 * via Sommarive, 18
 * I-38123 Trento (Italy)
 *
 * This software is provided 'as-is', without any express or implied
 * warranty.  In no event will the authors be held liable for any damages
 * arising from the use of this software.
 *
 * Permission is granted to anyone to use this software for any purpose,
 * including commercial applications, and to alter it and redistribute it
 * freely, subject to the following restrictions:
 *
 * 1. The origin of this software must not be misrepresented; you must not
 *    claim that you wrote the original software. If you use this software
 *    in a product, an acknowledgment in the product documentation would be
 *    appreciated but is not required.
 * 2. Altered source versions must be plainly marked as such, and must not be
 *    misrepresented as being the original software.
 * 3. This notice may not be removed or altered from any source distribution.
 *
 * (this is the zlib license)
 * </pre>
 */
final class NormalBlock {
    static final int SIZE = 16;

    private static final float[] LOG = {7.0376836292E-2f, -1.1514610310E-1f, 1.1676998740E-1f, -1.2420140846E-1f,
            1.4249322787E-1f, -1.6668057665E-1f, 2.0000714765E-1f, -2.4999993993E-1f, 3.3333331174E-1f};
    private static final float LN2_LOW = -2.12194440e-4f; // ln 2 = LN2_HIGH + LN2_LOW
    private static final float LN2_HIGH = 0.693359375f;
    private static final float SQRT_HALF = 0.707106781186547524f;
    private static final float[] SIN = {-1.9515295891E-4f, 8.3321608736E-3f, -1.6666654611E-1f};
    private static final float[] COS = {2.443315711809948E-5f, -1.388731625493765E-3f, 4.166664568298827E-2f};
    private static final float[] MINUS_QUARTER_PI = {-0.78515625f, -2.4187564849853515625e-4f,
            -3.77489497744594108e-8f}; // in three parts, whose sum is exact enough to subtract
    private static final float FOUR_OVER_PI = 1.27323954473516f;
    private static final float TWO_PI = (float) (2 * Math.PI);

    private NormalBlock() {
    }

    /** 16 uniform numbers of [0, 1) become 16 normal ones, in place. */
    static void transform(float[] x, int from, float mean, float std) {
        for (int j = from; j < from + SIZE / 2; j++) {
            float radius = (float) Math.sqrt(-2 * log(1 - x[j]));
            float angle = TWO_PI * x[j + SIZE / 2];
            x[j] = Math.fma(radius * sinOrCos(angle, true), std, mean);
            x[j + SIZE / 2] = Math.fma(radius * sinOrCos(angle, false), std, mean);
        }
    }

    /** Natural logarithm of a number in (0, 1]: {@code ln x = e ln 2 + ln m} with m in sqrt(1/2)..sqrt(2). */
    private static float log(float value) {
        int bits = Float.floatToRawIntBits(value);
        float e = (bits >> 23) - 126;
        float m = Float.intBitsToFloat(bits & 0x807fffff | 0x3f000000); // 0.5 <= m < 1
        boolean small = m < SQRT_HALF;
        float x = m - 1 + (small ? m : 0);
        e -= small ? 1 : 0;
        float z = x * x;
        float y = LOG[0];
        for (int i = 1; i < LOG.length; i++) {
            y = Math.fma(y, x, LOG[i]);
        }
        y = Math.fma(y * x, z, e * LN2_LOW);
        y = Math.fma(-z, 0.5f, y);
        return Math.fma(e, LN2_HIGH, x + y);
    }

    /** Sine or cosine of an angle from 0 to 2 pi: of its distance to the nearest multiple of a right angle. */
    private static float sinOrCos(float angle, boolean cosine) {
        int j = (int) (angle * FOUR_OVER_PI) + 1 & ~1; // eighths of the circle, rounded to quarters
        float x = angle;
        for (float part : MINUS_QUARTER_PI) {
            x = Math.fma(j, part, x);
        }
        float z = x * x;
        boolean sineOfRest = (j & 2) == 0 != cosine;
        int sign = cosine ? ~(j - 2) & 4 : j & 4;
        float y = sineOfRest ? sine(x, z) : cosine(z);
        return sign == 0 ? y : -y;
    }

    private static float sine(float x, float z) {
        float y = Math.fma(Math.fma(SIN[0], z, SIN[1]), z, SIN[2]) * z;
        return Math.fma(y, x, x);
    }

    private static float cosine(float z) {
        float y = Math.fma(Math.fma(COS[0], z, COS[1]), z, COS[2]) * z;
        return Math.fma(y, z, -(z * 0.5f)) + 1;
    }
}
