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
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Answers Jupyter's messages. */
public final class JavaKernel extends BaseKernel {
    /** Time for the last messages to leave. */
    private static final long ANSWER_MS = 150;
    private static final long END_MS = 2000;

    private final Connection connection;
    private final Outbox outbox;
    private final Evaluator evaluator;
    private final CodeAssist assist;
    private final Input input;
    private final History history = new History();

    JavaKernel(Connection connection, Settings settings) {
        MemoryReserve.restore();
        this.connection = connection;
        this.outbox = new Outbox(connection.getIOPub());
        System.setOut(outbox.stream(StreamType.OUT));
        System.setErr(outbox.stream(StreamType.ERR));
        this.input = new Input(connection.stdin(), outbox);
        System.setIn(input);
        this.evaluator = new Evaluator(settings);
        this.assist = new CodeAssist(evaluator);
    }

    @Override
    public void becomeHandlerForConnection(JupyterConnection target) {
        super.becomeHandlerForConnection(target);
        target.setHandler(MessageType.EXECUTE_REQUEST, this::execute);
        target.setHandler(MessageType.HISTORY_REQUEST, (environment, request) -> {
            environment.setBusyDeferIdle();
            environment.reply(MapReply.to(request, MessageType.HISTORY_REPLY, history.answer(request.getContent())));
        });
        target.setHandler(MessageType.KERNEL_INFO_REQUEST, (environment, request) -> {
            environment.setBusyDeferIdle();
            environment.reply(new KernelInfo(getLanguageInfo(), getBanner()));
        });
    }

    private void execute(ShellReplyEnvironment environment, Message<ExecuteRequest> message) {
        ExecuteRequest request = message.getContent();
        boolean counted = request.shouldStoreHistory() && !request.isSilent();
        int count = counted ? executionCount.getAndIncrement() : executionCount.get();
        if (counted) {
            history.add(count, request.getCode());
        }
        commManager.setMessageContext(message);
        outbox.parent(message);
        input.begin(request.isStdinEnabled());
        outbox.publish(PublishStatus.BUSY);
        if (!request.isSilent()) {
            outbox.publish(new PublishExecuteInput(request.getCode(), count));
        }
        List<Message<?>> waiting = List.of();
        try {
            DisplayData result = rendered(evaluated(count, request.getCode()));
            Survivor.persist(() -> succeed(environment, count, request.isSilent() ? null : result));
        } catch (CellException e) {
            waiting = Survivor.persist(() -> fail(environment, count, e, request.shouldStopOnError()));
        }
        Survivor.persist(() -> outbox.publish(PublishStatus.IDLE));
        connection.requests().handleNext(waiting.stream().filter(next -> !abort(next)).toList());
    }

    private Object evaluated(int count, String code) throws CellException {
        try {
            return evaluator.evaluate(count, code);
        } catch (OutOfMemoryError e) {
            throw Survivor.persist(() -> CellErrors.outOfMemory("Java heap space"));
        }
    }

    private boolean succeed(ShellReplyEnvironment environment, int count, DisplayData result) {
        if (result != null) {
            outbox.publish(new PublishExecuteResult(count, result));
        }
        outbox.flush();
        environment.reply(new ExecuteReply(count, Map.of()));
        return true;
    }

    /** Reports a failed cell; returns the messages that were waiting behind it when they are to be aborted. */
    private List<Message<?>> fail(ShellReplyEnvironment environment, int count, CellException e, boolean abortWaiting) {
        outbox.publish(new PublishError(e.name(), e.getMessage(), e.lines()));
        outbox.flush();
        List<Message<?>> waiting = abortWaiting ? connection.requests().arrived() : List.of();
        ErrorReply error = new ErrorReply(e.name(), e.getMessage(), e.lines());
        error.setExecutionCount(count);
        environment.replyError(ExecuteReply.MESSAGE_TYPE.error(), error);
        return waiting;
    }

    /** Answers a cell that waited behind one that failed, as after "Run All": it does not run. */
    private boolean abort(Message<?> waiting) {
        if (waiting.getHeader().getType() != MessageType.EXECUTE_REQUEST) {
            return false;
        }
        outbox.parent(waiting);
        outbox.publish(PublishStatus.BUSY);
        outbox.flush();
        connection.requests().sendMessage(MapReply.to(waiting, MessageType.EXECUTE_REPLY,
                Map.of("status", "aborted", "execution_count", executionCount.get())));
        outbox.publish(PublishStatus.IDLE);
        return true;
    }

    private DisplayData rendered(Object value) throws CellException {
        if (value == null) {
            return null;
        }
        try {
            return (DisplayData) evaluator.control().call(() -> Display.render(value));
        } catch (OutOfMemoryError e) {
            throw Survivor.persist(() -> CellErrors.outOfMemory("Java heap space"));
        } catch (InvocationTargetException e) {
            throw new CellException("DisplayError", "the value cannot be shown: " + e.getCause());
        } catch (Exception stopped) {
            throw new CellException("Stopped", "the cell was stopped while its value was being shown");
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
        try {
            return assist.isComplete(code);
        } catch (CellException e) {
            return IS_COMPLETE_MAYBE;
        }
    }

    @Override
    public void interrupt() {
        evaluator.control().requestStop(CellControl.Stop.REQUESTED);
    }

    @Override
    public void onShutdown(boolean isRestarting) {
        new Thread(() -> end(ANSWER_MS), "kernel-end").start();
    }

    /** Ends this process, hooks of the learner's code included, but does not wait for ever for those. */
    private static void end(long afterMs) {
        CompletableFuture.delayedExecutor(END_MS, TimeUnit.MILLISECONDS).execute(() -> Runtime.getRuntime().halt(0));
        try {
            Thread.sleep(afterMs);
        } catch (InterruptedException e) {
            // then at once
        }
        System.exit(0);
    }

    /** The last words of a kernel that is ended from within. */
    void sayWhyItEnds() {
        if (evaluator.control().exits()) {
            System.err.println("System.exit was called in the cell: the kernel has ended. Restart it to go on.");
            outbox.flush();
            try {
                Thread.sleep(ANSWER_MS);
            } catch (InterruptedException e) {
                // then at once
            }
        }
    }

    @Override
    public LanguageInfo getLanguageInfo() {
        // no version: JupyterLab copies this into the notebook, which would then change by being opened on another JDK
        return new LanguageInfo.Builder("java").mimetype("text/x-java").fileExtension(".java")
                .pygments("java").codemirror("java").build();
    }

    @Override
    public String getBanner() {
        return "Java " + Runtime.version() + ", Spotlight kernel";
    }
}
