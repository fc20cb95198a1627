package spotlight.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import spotlight.tensor.Tensor;

/** One number for all bits of the weights of a model, in their order: {@code zlib.crc32} of PyTorch's state_dict. */
final class Checksum {
    private Checksum() {
    }

    static long of(Weights weights) {
        CRC32 crc = new CRC32();
        for (Tensor tensor : weights.tensors().values()) {
            ByteBuffer bytes = ByteBuffer.allocate(4 * tensor.size()).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asFloatBuffer().put(tensor.data());
            crc.update(bytes.array());
        }
        return crc.getValue();
    }
}
