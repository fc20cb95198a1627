package spotlight.kernel;

import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import java.util.Map;

/** The answer {@code aborted}, which the base library does not know. */
final class AbortedReply {
    private AbortedReply() {
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static Message<?> to(Message<?> request, int executionCount) {
        MessageType type = MessageType.EXECUTE_REPLY;
        return new Message(request, type, Map.of("status", "aborted", "execution_count", executionCount));
    }
}
