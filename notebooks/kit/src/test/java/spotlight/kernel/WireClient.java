package spotlight.kernel;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * The front end's side of Jupyter's wire protocol, written from the protocol's description and not with the kernel's
 * library.
 */
final class WireClient implements AutoCloseable {
    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);

    private final Gson gson = new Gson();
    private final ZMQ.Context context = ZMQ.context(1);
    private final String key;
    private final String session = UUID.randomUUID().toString();
    final ZMQ.Socket shell = context.socket(SocketType.DEALER);
    final ZMQ.Socket control = context.socket(SocketType.DEALER);
    final ZMQ.Socket stdin = context.socket(SocketType.DEALER);
    final ZMQ.Socket output = context.socket(SocketType.SUB);
    final ZMQ.Socket heartbeat = context.socket(SocketType.REQ);

    WireClient(Map<String, Object> connection) {
        key = (String) connection.get("key");
        // one identity for both, so that the kernel finds the asker of a question on the other socket
        byte[] identity = session.getBytes(StandardCharsets.US_ASCII);
        shell.setIdentity(identity);
        stdin.setIdentity(identity);
        output.setRcvHWM(0);
        output.subscribe("");
        connect(shell, connection, "shell_port");
        connect(control, connection, "control_port");
        connect(stdin, connection, "stdin_port");
        connect(output, connection, "iopub_port");
        connect(heartbeat, connection, "hb_port");
    }

    private static void connect(ZMQ.Socket socket, Map<String, Object> connection, String port) {
        socket.setLinger(0);
        socket.connect("tcp://" + connection.get("ip") + ":" + connection.get(port));
    }

    /** A message as it arrived. */
    record Message(String type, String parent, JsonObject content) {
        String text(String field) {
            return content.get(field).getAsString();
        }
    }

    /** Sends a request and returns its id. */
    String send(ZMQ.Socket socket, String type, Map<String, ?> content) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> header = Map.of("msg_id", id, "username", "test", "session", session, "msg_type", type,
                "version", "5.3", "date", "2026-01-01T00:00:00.000000Z");
        byte[][] parts = {bytes(gson.toJson(header)), bytes("{}"), bytes("{}"), bytes(gson.toJson(content))};
        socket.sendMore(DELIMITER);
        socket.sendMore(sign(parts));
        for (int i = 0; i < 3; i++) {
            socket.sendMore(parts[i]);
        }
        socket.send(parts[3]);
        return id;
    }

    /** The next message, null when none comes in time. A wrong signature fails. */
    Message receive(ZMQ.Socket socket, int timeoutMs) {
        socket.setReceiveTimeOut(timeoutMs);
        byte[] part = socket.recv();
        if (part == null) {
            return null;
        }
        while (!Arrays.equals(part, DELIMITER)) {
            part = socket.recv();
        }
        String signature = socket.recvStr();
        byte[][] parts = {socket.recv(), socket.recv(), socket.recv(), socket.recv()};
        if (!signature.equals(sign(parts))) {
            throw new AssertionError("wrong signature on " + new String(parts[0], StandardCharsets.UTF_8));
        }
        JsonObject parent = json(parts[1]);
        return new Message(json(parts[0]).get("msg_type").getAsString(),
                parent.has("msg_id") ? parent.get("msg_id").getAsString() : "", json(parts[3]));
    }

    private String sign(byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes(key), "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonObject json(byte[] part) {
        return JsonParser.parseString(new String(part, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        for (ZMQ.Socket socket : new ZMQ.Socket[] {shell, control, stdin, output, heartbeat}) {
            socket.close();
        }
        context.close();
    }
}
