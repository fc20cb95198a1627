package spotlight.kernel;

import io.github.spencerpark.jupyter.channels.JupyterConnection;
import io.github.spencerpark.jupyter.channels.ShellReplyEnvironment;
import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.LanguageInfo;
import io.github.spencerpark.jupyter.kernel.ReplacementOptions;
import io.github.spencerpark.jupyter.kernel.display.DisplayData;
import io.github.spencerpark.jupyter.messages.Message;
import io.github.spencerpark.jupyter.messages.MessageType;
import io.github.spencerpark.jupyter.messages.publish.PublishDisplayData;
import io.github.spencerpark.jupyter.messages.publish.PublishError;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteInput;
import io.github.spencerpark.jupyter.messages.publish.PublishExecuteResult;
import io.github.spencerpark.jupyter.messages.publish.PublishStatus;
import io.github.spencerpark.jupyter.messages.publish.PublishStream.StreamType;
import io.github.spencerpark.jupyter.messages.publish.PublishUpdateDisplayData;
import io.github.spencerpark.jupyter.messages.reply.ErrorReply;
import io.github.spencerpark.jupyter.messages.reply.ExecuteReply;
import io.github.spencerpark.jupyter.messages.request.ExecuteRequest;
import java.util.Map;

/** Answers Jupyter's messages. */
public final class JavaKernel extends BaseKernel {
    private final Connection connection;
    private final Outbox outbox;
    private final Evaluator evaluator;
    private final CodeAssist assist;

    JavaKernel(Connection connection, Settings settings) {
        this.connection = connection;
        this.outbox = new Outbox(connection.getIOPub());
        System.setOut(outbox.stream(StreamType.OUT));
        System.setErr(outbox.stream(StreamType.ERR));
        this.evaluator = new Evaluator(settings);
        this.assist = new CodeAssist(evaluator);
    }

    @Override
    public void becomeHandlerForConnection(JupyterConnection target) {
        super.becomeHandlerForConnection(target);
        target.setHandler(MessageType.EXECUTE_REQUEST, this::execute);
    }

    private void execute(ShellReplyEnvironment environment, Message<ExecuteRequest> message) {
        ExecuteRequest request = message.getContent();
        boolean counted = request.shouldStoreHistory() && !request.isSilent();
        int count = counted ? executionCount.getAndIncrement() : executionCount.get();
        commManager.setMessageContext(message);
        outbox.parent(message);
        outbox.publish(PublishStatus.BUSY);
        if (!request.isSilent()) {
            outbox.publish(new PublishExecuteInput(request.getCode(), count));
        }
        try {
            DisplayData result = rendered(evaluator.evaluate(count, request.getCode()));
            if (result != null && !request.isSilent()) {
                outbox.publish(new PublishExecuteResult(count, result));
            }
            outbox.flush();
            environment.reply(new ExecuteReply(count, Map.of()));
        } catch (CellException e) {
            outbox.publish(new PublishError(e.name(), e.getMessage(), e.lines()));
            outbox.flush();
            ErrorReply error = new ErrorReply(e.name(), e.getMessage(), e.lines());
            error.setExecutionCount(count);
            environment.replyError(ExecuteReply.MESSAGE_TYPE.error(), error);
        } finally {
            outbox.publish(PublishStatus.IDLE);
        }
    }

    private DisplayData rendered(Object value) throws CellException {
        if (value == null) {
            return null;
        }
        try {
            return (DisplayData) evaluator.control().call(() -> Display.render(value));
        } catch (Exception e) {
            throw new CellException("DisplayError", "the value cannot be shown: " + e.getCause());
        }
    }

    @Override
    public DisplayData eval(String code) throws Exception {
        return rendered(evaluator.evaluate(executionCount.get(), code));
    }

    @Override
    public void display(DisplayData data) {
        outbox.publish(new PublishDisplayData(data));
    }

    /** Replaces what was displayed under {@code id}. */
    public void updateDisplay(String id, DisplayData data) {
        data.setDisplayId(id);
        outbox.publish(new PublishUpdateDisplayData(data));
    }

    @Override
    public ReplacementOptions complete(String code, int at) throws Exception {
        return assist.complete(code, at);
    }

    @Override
    public DisplayData inspect(String code, int at, boolean extraDetail) throws Exception {
        return assist.inspect(code, at);
    }

    @Override
    public String isComplete(String code) {
        return assist.isComplete(code);
    }

    @Override
    public void interrupt() {
        evaluator.control().requestStop(CellControl.Stop.REQUESTED);
    }

    @Override
    public void onShutdown(boolean isRestarting) {
        Thread end = new Thread(() -> {
            try {
                Thread.sleep(200); // the answer to the request is on its way
            } catch (InterruptedException e) {
                // then at once
            }
            Runtime.getRuntime().halt(0);
        }, "kernel-end");
        end.start();
    }

    @Override
    public LanguageInfo getLanguageInfo() {
        return new LanguageInfo.Builder("java").version(Runtime.version().toString()).mimetype("text/x-java")
                .fileExtension(".java").pygments("java").codemirror("java").build();
    }

    @Override
    public String getBanner() {
        return "Java " + Runtime.version() + ", Spotlight kernel";
    }
}
