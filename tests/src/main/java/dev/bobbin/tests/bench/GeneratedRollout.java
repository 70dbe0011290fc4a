package dev.bobbin.tests.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes rollouts of a wanted length: turns in which a command's output makes up most of the bytes, a second apart, the last
 * of them a day ago. The same seed makes the same texts.
 *
 * @param bytes how long the file is to be, at least; the turn that reaches it is finished
 * @param outputBytes how much the command of each turn prints; 0 for turns without a command
 * @param settings whether each turn also has what the model was told and what it spent, as turns of a real thread do
 * @param compactEvery after how many turns the conversation is summed up; 0 for never
 */
public record GeneratedRollout(long bytes, int outputBytes, boolean settings, int compactEvery) {
    private static final DateTimeFormatter FOLDER = DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss", Locale.ROOT);
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT);

    private static final int USUAL_OUTPUT = 8_192;
    private static final int BUFFER = 1 << 20;
    private static final long SEED = 7;

    /** A thread of turns with 8 KiB of output each. */
    public static GeneratedRollout ofMegabytes(long megabytes) {
        return new GeneratedRollout(megabytes << 20, USUAL_OUTPUT, false, 0);
    }

    /**
     * What was written.
     *
     * @param turns how many turns it has
     * @param bytes the file's length
     */
    public record Written(String threadId, Path file, int turns, long bytes) {}

    /** Writes the rollout into a home's {@code sessions}. */
    public Written write(Path home) throws IOException {
        var random = new SplittableRandom(SEED);
        var begin = Instant.now().minus(Duration.ofDays(2));
        var threadId = uuid(begin, random);
        var time = LocalDateTime.ofInstant(begin, ZoneOffset.UTC);
        var folder = Files.createDirectories(home.resolve("sessions").resolve(FOLDER.format(time)));
        var file = folder.resolve("rollout-" + NAME.format(time) + "-" + threadId + ".jsonl");
        try (var out = new Lines(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), random)) {
            out.at(begin);
            out.meta(threadId);
            var turns = 0;
            while (turns == 0 || out.written < bytes) {
                out.at(begin.plusMillis(turns));
                turn(out, turns);
                turns++;
                if (compactEvery > 0 && turns % compactEvery == 0) {
                    out.compacted(turns);
                }
            }
            out.out.flush();
            Files.setLastModifiedTime(file, FileTime.from(begin.plus(Duration.ofDays(1))));
            return new Written(threadId, file, turns, out.written);
        }
    }

    private void turn(Lines out, int number) throws IOException {
        var turnId = out.uuid();
        var words = out.words();
        var asked = "question " + number + " " + words;
        var said = ("answer " + number + " " + words + " ").repeat(4);
        out.event("{\"type\":\"task_started\",\"turn_id\":\"" + turnId + "\",\"started_at\":" + out.seconds
                + ",\"model_context_window\":258400,\"collaboration_mode_kind\":\"default\"}");
        if (settings) {
            out.line("turn_context", Told.turnContext(turnId));
        }
        out.message("user", "input_text", asked);
        out.event("{\"type\":\"user_message\",\"message\":\"" + asked
                + "\",\"images\":[],\"local_images\":[],\"text_elements\":[]}");
        if (outputBytes > 0) {
            out.command(outputBytes);
        }
        out.event("{\"type\":\"agent_message\",\"message\":\"" + said + "\",\"phase\":null,\"memory_citation\":null}");
        out.message("assistant", "output_text", said);
        if (settings) {
            out.event(Told.tokenCount(number));
        }
        out.event("{\"type\":\"task_complete\",\"turn_id\":\"" + turnId + "\",\"last_agent_message\":\"" + said
                + "\",\"completed_at\":" + (out.seconds + 1) + ",\"duration_ms\":1000,\"time_to_first_token_ms\":90}");
    }

    private static String uuid(Instant time, SplittableRandom random) {
        var hex = HexFormat.of();
        var front = hex.toHexDigits(time.toEpochMilli(), 12);
        var random12 = hex.toHexDigits(random.nextLong(), 3);
        return front.substring(0, 8) + "-" + front.substring(8) + "-7" + random12 + "-8"
                + hex.toHexDigits(random.nextLong(), 3) + "-" + hex.toHexDigits(random.nextLong(), 12);
    }

    /** What the model is told of a turn's settings, and what it says it spent. */
    private static final class Told {
        private static final String WRITABLE = "{\"type\":\"workspace-write\",\"network_access\":false,"
                + "\"exclude_tmpdir_env_var\":false,\"exclude_slash_tmp\":false}";

        private Told() {}

        static String turnContext(String turnId) {
            return "{\"turn_id\":\"" + turnId + "\",\"cwd\":\"/tmp\",\"current_date\":\"2026-01-01\","
                    + "\"timezone\":\"Etc/UTC\",\"approval_policy\":\"never\",\"sandbox_policy\":" + WRITABLE
                    + ",\"model\":\"bench-model\",\"personality\":\"pragmatic\",\"collaboration_mode\":{\"mode\":"
                    + "\"default\",\"settings\":{\"model\":\"bench-model\",\"reasoning_effort\":null,"
                    + "\"developer_instructions\":null}},\"summary\":\"auto\"}";
        }

        static String tokenCount(int turns) {
            var last = "{\"input_tokens\":9000,\"cached_input_tokens\":6000,\"output_tokens\":300,"
                    + "\"reasoning_output_tokens\":0,\"total_tokens\":9300}";
            var total = last.replace("9300", String.valueOf(9_300L * (turns + 1)));
            return "{\"type\":\"token_count\",\"info\":{\"total_token_usage\":" + total + ",\"last_token_usage\":"
                    + last + ",\"model_context_window\":258400},\"rate_limits\":null}";
        }
    }

    /** Writes lines and counts their bytes. */
    private static final class Lines implements AutoCloseable {
        private final OutputStream out;
        private final SplittableRandom random;
        private Instant now = Instant.EPOCH;
        private String stamp = "";
        private long seconds;
        private long written;

        Lines(OutputStream out, SplittableRandom random) {
            this.out = out;
            this.random = random;
        }

        void at(Instant time) {
            now = time;
            seconds = time.getEpochSecond();
            stamp = STAMP.format(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        }

        String uuid() {
            return GeneratedRollout.uuid(now, random);
        }

        String words() {
            var words = new StringBuilder(96);
            for (var i = 0; i < 12; i++) {
                words.append(i == 0 ? "" : " ").append(HexFormat.of().toHexDigits(random.nextLong(), 6));
            }
            return words.toString();
        }

        void meta(String threadId) throws IOException {
            line(
                    "session_meta",
                    "{\"id\":\"" + threadId + "\",\"timestamp\":\"" + stamp
                            + "\",\"cwd\":\"/tmp\",\"originator\":\"bench\",\"cli_version\":\"0.137.0\",\"source\":\"vscode\","
                            + "\"model_provider\":\"bench\",\"base_instructions\":{\"text\":\""
                            + "Be brief. ".repeat(400)
                            + "\"}}");
        }

        void event(String payload) throws IOException {
            line("event_msg", payload);
        }

        void message(String role, String kind, String text) throws IOException {
            line(
                    "response_item",
                    "{\"type\":\"message\",\"role\":\"" + role + "\",\"content\":[{\"type\":\"" + kind
                            + "\",\"text\":\"" + text + "\"}]}");
        }

        void command(int outputBytes) throws IOException {
            var callId = "call_" + HexFormat.of().toHexDigits(random.nextLong(), 12);
            line(
                    "response_item",
                    "{\"type\":\"function_call\",\"name\":\"exec_command\",\"arguments\":\"{\\\"cmd\\\": \\\"make -j2\\\"}\","
                            + "\"call_id\":\"" + callId + "\"}");
            var output = new StringBuilder(outputBytes + 64);
            for (var n = 0; output.length() < outputBytes; n++) {
                output.append('[').append(n).append("/999] compiling part_");
                output.append(HexFormat.of().toHexDigits(random.nextLong(), 8)).append(".o\\n");
            }
            line(
                    "response_item",
                    "{\"type\":\"function_call_output\",\"call_id\":\"" + callId + "\",\"output\":\"" + output + "\"}");
        }

        void compacted(int turns) throws IOException {
            var summary = "Summary of " + turns + " turns: " + words();
            line(
                    "compacted",
                    "{\"message\":\"" + summary + "\",\"replacement_history\":[{\"type\":\"message\",\"role\":\"user\","
                            + "\"content\":[{\"type\":\"input_text\",\"text\":\"" + summary + "\"}]}]}");
            event("{\"type\":\"context_compacted\"}");
        }

        void line(String type, String payload) throws IOException {
            var line = "{\"timestamp\":\"" + stamp + "\",\"type\":\"" + type + "\",\"payload\":" + payload + "}\n";
            var bytes = line.getBytes(StandardCharsets.UTF_8);
            out.write(bytes);
            written += bytes.length;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
