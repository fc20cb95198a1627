package spotlight.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aBusyPortIsPassedOver() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = busy.getLocalPort();
            assertFalse(Ports.free(port));
            assertTrue(Ports.from(port).orElseThrow() > port);
        }
    }

    @Test
    void aBusyPortThatWasAskedForIsNamed() throws IOException {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = busy.getLocalPort();
            Trouble trouble = assertThrows(Trouble.class, () -> Ports.choose(port));
            assertEquals("port " + port + " is in use", trouble.getMessage());
            assertTrue(trouble.fix().matches("leave --port away to take the next free one, or use --port \\d+"),
                    trouble.fix());
        }
    }

    @Test
    void aPortIsANumberUpTo65535() {
        Trouble trouble = assertThrows(Trouble.class, () -> Ports.choose(70000));
        assertEquals("lab: --port 70000: a port is a number from 1 to 65535" + System.lineSeparator()
                + "  fix: leave --port away to take the first free one from 8888 on", trouble.report());
    }
}
