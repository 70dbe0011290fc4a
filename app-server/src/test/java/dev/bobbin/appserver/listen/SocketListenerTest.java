package dev.bobbin.appserver.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.appserver.transport.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the library is asked to do, seen from outside, byte by byte. */
class SocketListenerTest {
    private static final String UPGRADE = "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n";
    private static final int CONTINUATION = 0;
    private static final int TEXT = 1;
    private static final int BINARY = 2;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int CLOSE = 8;
    private static final int FINAL = 0x80;

    private final BlockingQueue<Transport> clients = new ArrayBlockingQueue<>(4);

    @TempDir
    private Path home;

    @Test
    void itSaysWhereItListensAndThatItIsUp() throws Exception {
        try (var listener = onPort(new Admission.Everybody())) {
            var port = port(listener);
            assertThat(listener.announcement())
                    .contains(
                            "  listening on: ws://127.0.0.1:" + port,
                            "  readyz: http://127.0.0.1:" + port + "/readyz",
                            "  healthz: http://127.0.0.1:" + port + "/healthz");
            for (var path : new String[] {"/healthz", "/readyz"}) {
                assertThat(ask(listener, "GET " + path, "")).startsWith("HTTP/1.1 200 ");
                assertThat(ask(listener, "HEAD " + path, "")).startsWith("HTTP/1.1 200 ");
                assertThat(ask(listener, "POST " + path, "Content-Length: 0\r\n"))
                        .startsWith("HTTP/1.1 405 ")
                        .contains("Allow: GET,HEAD");
            }
            assertThat(ask(listener, "GET /", ""))
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("Connection header did not include 'upgrade'");
        }
    }

    @Test
    void webPagesAreRefusedAndSoIsWhoShowsNoToken() throws Exception {
        try (var listener = onPort(CapabilityToken.of("sesame"))) {
            var token = "Authorization: Bearer sesame\r\n";
            assertThat(ask(listener, "GET /", UPGRADE + token)).startsWith("HTTP/1.1 101 ");
            assertThat(ask(listener, "GET /rpc", UPGRADE + token)).startsWith("HTTP/1.1 101 ");
            assertThat(ask(listener, "GET /", UPGRADE + token + "Origin: http://localhost\r\n"))
                    .startsWith("HTTP/1.1 403 ");
            assertThat(ask(listener, "GET /healthz", "Origin: http://localhost\r\n"))
                    .startsWith("HTTP/1.1 403 ");
            assertThat(ask(listener, "GET /healthz", "")).startsWith("HTTP/1.1 200 ");
            assertThat(ask(listener, "GET /", UPGRADE))
                    .startsWith("HTTP/1.1 401 ")
                    .endsWith("missing websocket bearer token");
        }
    }

    @Test
    void aMessageIsALineInBothDirections() throws Exception {
        try (var listener = onPort(new Admission.Everybody());
                var client = connect(listener)) {
            var transport = client();
            send(client, FINAL | TEXT, "one");
            send(client, FINAL | BINARY, "not for us");
            send(client, TEXT, "tw");
            send(client, FINAL | PING, "there?");
            send(client, FINAL | CONTINUATION, "o");
            assertThat(read(transport)).isEqualTo("one");
            assertThat(read(transport)).isEqualTo("two");
            assertThat(receive(client, PONG)).isEqualTo("there?");

            var lines = "first\nsecond\n".getBytes(StandardCharsets.UTF_8);
            transport.write(lines, 0, lines.length);
            assertThat(receive(client, TEXT)).isEqualTo("first");
            assertThat(receive(client, TEXT)).isEqualTo("second");

            transport.close();
            receive(client, CLOSE);
            assertThat(transport.read()).isNull();
        }
    }

    @Test
    void theEndOfAConnectionIsTheEndOfItsInput() throws Exception {
        try (var listener = onPort(new Admission.Everybody())) {
            try (var client = connect(listener)) {
                send(client, FINAL | TEXT, "last words");
            }
            var transport = client();
            assertThat(read(transport)).isEqualTo("last words");
            assertThat(transport.read()).isNull();
        }
    }

    @Test
    void otherMachinesNeedAToken() throws Exception {
        var everywhere = (ListenAddress.Tcp) ListenAddress.parse("ws://0.0.0.0:0");
        assertThatThrownBy(() -> SocketListener.open(everywhere, new Admission.Everybody(), clients::add))
                .hasMessageStartingWith("refusing to start non-loopback websocket listener 0.0.0.0:0 without auth");
        try (var listener = SocketListener.open(everywhere, CapabilityToken.of("sesame"), clients::add)) {
            assertThat(listener.announcement().getLast()).contains("websocket auth is required");
        }
    }

    @Test
    void aPortThatIsTakenIsSaidToBe() throws Exception {
        try (var taken = new ServerSocket(0, 1, new InetSocketAddress("127.0.0.1", 0).getAddress())) {
            var address = (ListenAddress.Tcp) ListenAddress.parse("ws://127.0.0.1:" + taken.getLocalPort());
            assertThatThrownBy(() -> SocketListener.open(address, new Admission.Everybody(), clients::add))
                    .isInstanceOf(ListenException.class)
                    .hasMessageEndingWith("Address already in use (os error 98)");
        }
    }

    @Test
    void theControlSocketIsItsUsersAlone() throws Exception {
        var path = ControlSocket.defaultPath(home);
        try (var listener = onSocket(null)) {
            assertThat(listener.announcement()).isEmpty();
            assertThat(permissions(path)).isEqualTo("rw-------");
            assertThat(permissions(path.getParent())).isEqualTo("rwx------");
            assertThat(ask(UnixDomainSocketAddress.of(path), "GET /rpc", UPGRADE))
                    .startsWith("HTTP/1.1 101 ");
            assertThatThrownBy(() -> onSocket(null))
                    .isInstanceOf(ListenException.class)
                    .hasMessage("app-server control socket is already in use at " + path);
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void aSocketThatNobodyListensOnIsReplacedAndAFileIsNot() throws Exception {
        var stale = home.resolve("stale.sock");
        try (var channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.bind(UnixDomainSocketAddress.of(stale));
        }
        onSocket(stale).close();

        var file = Files.writeString(home.resolve("file"), "precious");
        assertThatThrownBy(() -> onSocket(file))
                .hasMessage("app-server control socket path exists and is not a socket: " + file);
        assertThat(file).hasContent("precious");
    }

    private SocketListener onPort(Admission admission) throws ListenException {
        return SocketListener.open(
                (ListenAddress.Tcp) ListenAddress.parse("ws://127.0.0.1:0"), admission, clients::add);
    }

    private SocketListener onSocket(@Nullable Path path) throws ListenException {
        return SocketListener.open(new ListenAddress.Unix(path), home, clients::add);
    }

    private Transport client() throws InterruptedException {
        var client = clients.poll(30, TimeUnit.SECONDS);
        assertThat(client).isNotNull();
        return client;
    }

    private static String read(Transport transport) throws InterruptedException {
        var line = transport.read();
        return line == null ? "(the end)" : new String(line.bytes(), StandardCharsets.UTF_8);
    }

    private static int port(SocketListener listener) {
        var bound = listener.bound();
        return bound == null ? -1 : bound.getPort();
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static String ask(SocketListener listener, String request, String headers) throws IOException {
        return ask(new InetSocketAddress("127.0.0.1", port(listener)), request, headers);
    }

    /** Sends one request and returns the answer, with as much of its body as its head announces. */
    private static String ask(SocketAddress address, String request, String headers) throws IOException {
        try (var channel = SocketChannel.open(address)) {
            write(channel, request + " HTTP/1.1\r\nHost: here\r\n" + headers + "\r\n");
            var head = head(channel);
            var length = Arrays.stream(head.split("\r\n"))
                    .filter(line -> line.startsWith("Content-Length: ") && !request.startsWith("HEAD"))
                    .mapToInt(line -> Integer.parseInt(line.substring(16)))
                    .findFirst()
                    .orElse(0);
            return head + new String(take(channel, length), StandardCharsets.UTF_8);
        }
    }

    private static SocketChannel connect(SocketListener listener) throws IOException {
        var channel = SocketChannel.open(new InetSocketAddress("127.0.0.1", port(listener)));
        write(channel, "GET / HTTP/1.1\r\nHost: here\r\n" + UPGRADE + "\r\n");
        assertThat(head(channel)).startsWith("HTTP/1.1 101 ");
        return channel;
    }

    private static String head(SocketChannel channel) throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) take(channel, 1)[0]);
        }
        return head.toString();
    }

    /** A frame of a client is masked; with zeros, its payload stays as it is. */
    private static void send(SocketChannel channel, int head, String payload) throws IOException {
        write(channel, (char) head + "" + (char) (0x80 | payload.length()) + "\0\0\0\0" + payload);
    }

    private static String receive(SocketChannel channel, int type) throws IOException {
        var head = take(channel, 2);
        assertThat(head[0] & 0xf).isEqualTo(type);
        return new String(take(channel, head[1]), StandardCharsets.UTF_8);
    }

    private static void write(SocketChannel channel, String bytes) throws IOException {
        channel.write(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static byte[] take(SocketChannel channel, int count) throws IOException {
        var buffer = ByteBuffer.allocate(count);
        while (buffer.hasRemaining()) {
            assertThat(channel.read(buffer)).as("the connection goes on").isNotNegative();
        }
        return buffer.array();
    }
}
