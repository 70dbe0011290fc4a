package dev.bobbin.tests.compat;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/** A program in a terminal: what it draws, without colours and positions, and the keys that are pressed. */
final class Terminal implements AutoCloseable {
    private static final int COLUMNS = 120;
    private static final int ROWS = 40;

    /** What programs ask of a terminal, and what one answers: where the cursor is, its colours, and its kind. */
    private static final Map<String, String> ANSWERS = Map.of(
            "\u001b[6n", "\u001b[1;1R",
            "\u001b]10;?", "\u001b]10;rgb:ffff/ffff/ffff\u001b\\",
            "\u001b]11;?", "\u001b]11;rgb:0000/0000/0000\u001b\\",
            "\u001b[c", "\u001b[?1;2c");

    private static final Pattern CONTROLS =
            Pattern.compile("\u001b\\[[<-?0-9;]*[ -/]*[@-~]|\u001b][^\u0007\u001b]*(\u0007|\u001b\\\\)");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final PtyProcess process;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition drawn = lock.newCondition();
    private final StringBuilder text = new StringBuilder();
    private int read;
    private boolean ended;

    private Terminal(PtyProcess process) {
        this.process = process;
        Thread.ofPlatform().name("terminal").daemon().start(this::draw);
    }

    static Terminal run(List<String> command, Path folder, Map<String, String> environment) throws IOException {
        return new Terminal(new PtyProcessBuilder(command.toArray(String[]::new))
                .setDirectory(folder.toString())
                .setEnvironment(environment)
                .setInitialColumns(COLUMNS)
                .setInitialRows(ROWS)
                .start());
    }

    private void draw() {
        var buffer = new byte[8192];
        try (var output = process.getInputStream()) {
            for (int count; (count = output.read(buffer)) >= 0; ) {
                var piece = new String(buffer, 0, count, StandardCharsets.UTF_8);
                add(piece);
                for (var question : ANSWERS.entrySet()) {
                    if (piece.contains(question.getKey())) {
                        type(question.getValue());
                    }
                }
            }
        } catch (IOException e) {
            // The end of a terminal is an error to those who read it.
        } finally {
            end();
        }
    }

    private void add(String piece) {
        lock.lock();
        try {
            text.append(piece);
            drawn.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            ended = true;
            drawn.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Presses keys. */
    void type(String keys) throws IOException {
        var input = process.getOutputStream();
        input.write(keys.getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    /** Pastes a text, which terminals mark so that it is not taken for keys. */
    void paste(String pasted) throws IOException {
        type("\u001b[200~" + pasted + "\u001b[201~");
    }

    /**
     * Waits until something is drawn after what was waited for before; false if it is not within {@code limit}. Blanks do
     * not count: programs skip those that are on the screen already.
     */
    boolean shows(String wanted, Duration limit) throws InterruptedException {
        var letters = BLANKS.matcher(wanted).replaceAll("");
        lock.lock();
        try {
            var left = limit.toNanos();
            while (true) {
                var all = BLANKS.matcher(CONTROLS.matcher(text).replaceAll("")).replaceAll("");
                var at = all.indexOf(letters, read);
                if (at >= 0) {
                    read = at + letters.length();
                    return true;
                }
                if (ended || left <= 0) {
                    return false;
                }
                left = drawn.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Everything that was drawn, for a failure's message. */
    String everything() {
        lock.lock();
        try {
            return CONTROLS.matcher(text).replaceAll(" ");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
