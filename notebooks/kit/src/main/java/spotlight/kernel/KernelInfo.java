package spotlight.kernel;

import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.messages.Header;
import io.github.spencerpark.jupyter.messages.reply.KernelInfoReply;
import java.util.List;

/** Who this kernel is: the base library's answer, with the status field that the protocol asks for. */
final class KernelInfo extends KernelInfoReply {
    @SuppressWarnings("unused") // read by Gson
    private final String status = "ok";

    KernelInfo(LanguageInfo language, String banner) {
        super(Header.PROTOCOL_VERISON, "spotlight", "1.0.0", language, banner, List.of());
    }
}
