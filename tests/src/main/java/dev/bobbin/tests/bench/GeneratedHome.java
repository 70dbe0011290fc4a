package dev.bobbin.tests.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Writes a home of many small threads, from one to a million: rollouts as servers leave them, one every 108 seconds, so that
 * a folder of one day holds 800. The same arguments make the same home.
 *
 * <p>Arguments: {@code --threads N --out DIR}, and if wanted {@code --turns T} (1), {@code --bytes-per-turn B} (1500, about)
 * and {@code --provider NAME} (openai). The folder may exist; a file that is there already is written anew.
 */
public final class GeneratedHome {
    private static final int THREADS_A_DAY = 800;
    private static final Duration APART = Duration.ofDays(1).dividedBy(THREADS_A_DAY);
    private static final LocalDateTime END = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
    private static final DateTimeFormatter FILE =
            DateTimeFormatter.ofPattern("'rollout-'yyyy-MM-dd'T'HH-mm-ss-", Locale.ROOT);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);
    private static final int INSTRUCTION_REPEATS = 24;
    private static final int DIRECTORIES = 40;
    /** What the lines of a turn take besides its texts, which are written twice. */
    private static final int TURN_FRAME_BYTES = 900;

    private static final int MIN_REPLY_CHARS = 40;

    private final Path sessions;
    private final int turns;
    private final int replyChars;
    private final String provider;

    private GeneratedHome(Path home, int turns, int bytesPerTurn, String provider) {
        this.sessions = home.resolve("sessions");
        this.turns = turns;
        this.replyChars = Math.max(MIN_REPLY_CHARS, (bytesPerTurn - TURN_FRAME_BYTES) / 2);
        this.provider = provider;
    }

    public static void main(String[] args) throws IOException {
        var options = new HashMap<String, String>();
        for (var i = 0; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        var out = options.get("--out");
        if (out == null || !options.containsKey("--threads")) {
            IO.println("needs --threads N --out DIR [--turns T] [--bytes-per-turn B] [--provider NAME]");
            System.exit(2);
        } else {
            write(Path.of(out), options);
        }
    }

    private static void write(Path home, Map<String, String> options) throws IOException {
        Files.createDirectories(home);
        new GeneratedHome(
                        home,
                        Integer.parseInt(options.getOrDefault("--turns", "1")),
                        Integer.parseInt(options.getOrDefault("--bytes-per-turn", "1500")),
                        options.getOrDefault("--provider", "openai"))
                .write(Integer.parseInt(options.getOrDefault("--threads", "0")));
    }

    /** Writes that many threads, the last of them just before the end of 2025. Days are written side by side. */
    private void write(int threads) throws IOException {
        var days = (threads + THREADS_A_DAY - 1) / THREADS_A_DAY;
        var failures = IntStream.range(0, days)
                .parallel()
                .mapToObj(day -> writeDay(day * THREADS_A_DAY, Math.min(threads, (day + 1) * THREADS_A_DAY)))
                .flatMap(List::stream)
                .toList();
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    /** Threads by their number, the newest being number 0. */
    private List<IOException> writeDay(int from, int to) {
        var failures = new ArrayList<IOException>();
        for (var number = from; number < to && failures.isEmpty(); number++) {
            try {
                writeThread(number);
            } catch (IOException e) {
                failures.add(e);
            }
        }
        return failures;
    }

    private void writeThread(int number) throws IOException {
        var random = new SplittableRandom(number);
        var created = END.minus(APART.multipliedBy(number + 1L));
        var id = uuid7(created, random);
        var folder = Files.createDirectories(sessions.resolve(FOLDER.format(created)));
        var file = folder.resolve(FILE.format(created) + id + ".jsonl");
        var text = new StringBuilder(4096);
        line(text, created, "session_meta", meta(id, created, random));
        for (var turn = 0; turn < turns; turn++) {
            turn(text, created.plusSeconds(turn), number, turn, random);
        }
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(created.plusSeconds(turns).toInstant(ZoneOffset.UTC)));
    }

    private String meta(String id, LocalDateTime created, SplittableRandom random) {
        var project = random.nextInt(DIRECTORIES);
        return "{\"id\":\"" + id + "\",\"timestamp\":\"" + STAMP.format(created)
                + "\",\"cwd\":\"/home/dev/project-" + project
                + "\",\"originator\":\"codex_vscode\",\"cli_version\":\"0.137.0\",\"source\":\"vscode\","
                + "\"model_provider\":\"" + provider + "\",\"base_instructions\":{\"text\":\""
                + "Be brief. Say what was changed and why.\\n".repeat(INSTRUCTION_REPEATS)
                + "\"},\"git\":{\"commit_hash\":\"" + Long.toHexString(random.nextLong()) + "\",\"branch\":\"main\","
                + "\"repository_url\":\"https://example.com/project-" + project + ".git\"}}";
    }

    private void turn(StringBuilder text, LocalDateTime time, int number, int turn, SplittableRandom random) {
        var id = uuid7(time, random);
        var seconds = time.toEpochSecond(ZoneOffset.UTC);
        var asked = "thread " + number + " question " + turn + words(random, 60);
        var said = "answer " + turn + words(random, replyChars);
        line(
                text,
                time,
                "event_msg",
                "{\"type\":\"task_started\",\"turn_id\":\"" + id + "\",\"started_at\":" + seconds
                        + ",\"model_context_window\":258400,\"collaboration_mode_kind\":\"default\"}");
        line(text, time, "response_item", message("user", "input_text", asked));
        line(
                text,
                time,
                "event_msg",
                "{\"type\":\"user_message\",\"message\":\"" + asked
                        + "\",\"images\":[],\"local_images\":[],\"text_elements\":[]}");
        line(
                text,
                time,
                "event_msg",
                "{\"type\":\"agent_message\",\"message\":\"" + said + "\",\"phase\":null,\"memory_citation\":null}");
        line(text, time, "response_item", message("assistant", "output_text", said));
        line(
                text,
                time,
                "event_msg",
                "{\"type\":\"task_complete\",\"turn_id\":\"" + id + "\",\"last_agent_message\":null,\"completed_at\":"
                        + (seconds + 1) + ",\"duration_ms\":1000,\"time_to_first_token_ms\":90}");
    }

    private static String message(String role, String kind, String text) {
        return "{\"type\":\"message\",\"role\":\"" + role + "\",\"content\":[{\"type\":\"" + kind + "\",\"text\":\""
                + text + "\"}]}";
    }

    private static String words(SplittableRandom random, int chars) {
        var words = new StringBuilder(chars + 16);
        while (words.length() < chars) {
            words.append(' ').append(Integer.toString(random.nextInt(1 << 24), Character.MAX_RADIX));
        }
        return words.toString();
    }

    private static void line(StringBuilder text, LocalDateTime time, String type, String payload) {
        text.append("{\"timestamp\":\"")
                .append(STAMP.format(time))
                .append("\",\"type\":\"")
                .append(type)
                .append("\",\"payload\":")
                .append(payload)
                .append("}\n");
    }

    private static String uuid7(LocalDateTime time, SplittableRandom random) {
        var millis = time.toInstant(ZoneOffset.UTC).toEpochMilli();
        return new UUID(millis << 16 | 7L << 12 | random.nextInt(1 << 12), 1L << 63 | random.nextLong() >>> 2)
                .toString();
    }
}
