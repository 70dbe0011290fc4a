package dev.bobbin.appserver.transport;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * Carries bytes between the process's standard streams and a socket, unseen: a client that can start a process here, over
 * SSH say, speaks with a server that runs already.
 */
public final class StdioProxy {
    private static final int BUFFER_BYTES = 64 << 10;

    private final SocketChannel socket;

    private StdioProxy(SocketChannel socket) {
        this.socket = socket;
    }

    /**
     * Connects to a socket.
     *
     * @throws IOException if nobody listens there
     */
    public static StdioProxy connect(Path path) throws IOException {
        return new StdioProxy(SocketChannel.open(UnixDomainSocketAddress.of(path)));
    }

    /** Carries until either side ends. */
    public void run() throws InterruptedException {
        var in = Thread.ofPlatform().name("stdin").daemon().start(this::carryIn);
        var out = Thread.ofPlatform().name("stdout").daemon().start(this::carryOut);
        out.join();
        in.interrupt();
    }

    private void carryIn() {
        var buffer = new byte[BUFFER_BYTES];
        try (var input = new FileInputStream(FileDescriptor.in)) {
            for (int count; (count = input.read(buffer)) >= 0; ) {
                for (var bytes = ByteBuffer.wrap(buffer, 0, count); bytes.hasRemaining(); ) {
                    socket.write(bytes);
                }
            }
            socket.shutdownOutput();
        } catch (IOException e) {
            close();
        }
    }

    private void carryOut() {
        var buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try (var output = new FileOutputStream(FileDescriptor.out)) {
            while (socket.read(buffer) >= 0) {
                output.write(buffer.array(), 0, buffer.position());
                buffer.clear();
            }
        } catch (IOException e) {
            close();
        }
    }

    /** The other direction notices. */
    private void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more in either case.
        }
    }
}
