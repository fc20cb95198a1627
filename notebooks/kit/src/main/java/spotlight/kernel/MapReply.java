package spotlight.kernel;

import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import java.util.Map;

/** Replies for which the base library has no fitting class. */
final class MapReply {
    private MapReply() {
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Message<?> to(Message<?> request, MessageType type, Map<String, ?> content) {
        return new Message(request, type, content);
    }
}
