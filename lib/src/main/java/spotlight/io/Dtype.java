package spotlight.io;

import java.nio.ByteBuffer;

/** How the numbers of a tensor are stored: little-endian, row-major. */
enum Dtype {
    F32(32) {
        @Override
        void read(ByteBuffer bytes, float[] x, int at, int count) {
            bytes.asFloatBuffer().get(x, at, count);
        }
    },
    F16(16) {
        @Override
        void read(ByteBuffer bytes, float[] x, int at, int count) {
            for (int i = 0; i < count; i++) {
                x[at + i] = half(bytes.getShort(bytes.position() + 2 * i));
            }
        }
    },
    BF16(16) {
        @Override
        void read(ByteBuffer bytes, float[] x, int at, int count) {
            for (int i = 0; i < count; i++) {
                x[at + i] = Float.intBitsToFloat(bytes.getShort(bytes.position() + 2 * i) << 16);
            }
        }
    },
    F64(64), F8_E4M3(8), F8_E5M2(8), F8_E8M0(8), F6_E2M3(6), F6_E3M2(6), F4(4), C64(64), BOOL(8), U8(8), I8(8), U16(
            16), I16(16), U32(32), I32(32), U64(64), I64(64);

    /** How many bits one number takes. */
    final int bits;

    Dtype(int bits) {
        this.bits = bits;
    }

    /** Whether {@link #read} exists for it. */
    boolean readable() {
        return this == F32 || this == F16 || this == BF16;
    }

    /** Reads {@code x[at..at+count-1]} from the buffer's position on, which stays where it is. */
    void read(ByteBuffer bytes, float[] x, int at, int count) {
        throw new UnsupportedOperationException(name());
    }

    /** A number of IEEE 754 binary16: 1 bit sign, 5 bits exponent, 10 bits fraction. */
    static float half(short bits) {
        int sign = bits & 0x8000;
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        if (exponent == 0) { // fraction 2^-24: no leading 1
            float tiny = fraction * 0x1p-24f;
            return sign == 0 ? tiny : -tiny;
        }
        int wide = exponent == 31 ? 255 : exponent + 127 - 15; // 31: infinity and NaN
        return Float.intBitsToFloat(sign << 16 | wide << 23 | fraction << 13);
    }
}
