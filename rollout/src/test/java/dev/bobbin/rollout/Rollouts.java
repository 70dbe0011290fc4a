package dev.bobbin.rollout;

import dev.bobbin.rollout.line.JsonStrings;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.RawLine;
import dev.bobbin.rollout.line.ResponseItem;
import dev.bobbin.rollout.line.RolloutEvent;
import dev.bobbin.rollout.line.SessionMeta;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;

/** What tests put into rollouts. */
public final class Rollouts {
    public static final String THREAD_ID = "0192aaaa-0000-7000-8000-000000000001";
    public static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00.123456Z"), ZoneOffset.UTC);

    private Rollouts() {}

    public static SessionMeta meta() {
        return new SessionMeta(
                THREAD_ID,
                null,
                null,
                "2026-01-02T12:00:00.000Z",
                "/w",
                "test",
                "0.137.0",
                JsonStrings.quote("vscode"),
                null,
                null,
                null,
                null,
                "offline",
                RawJson.of("{\"text\":\"Be brief.\"}"),
                null,
                null,
                null,
                null);
    }

    public static RolloutEvent.TaskStarted started(String turnId) {
        return new RolloutEvent.TaskStarted(turnId, null, 100L, null, "default");
    }

    public static RolloutEvent.TaskComplete complete(String turnId) {
        return new RolloutEvent.TaskComplete(turnId, null, 101L, 1000L, null);
    }

    public static RolloutEvent.UserMessage user(String text) {
        return new RolloutEvent.UserMessage(null, text, List.of(), null, List.of(), null, null);
    }

    public static RolloutEvent.AgentMessage agent(String text) {
        return new RolloutEvent.AgentMessage(text, null, null);
    }

    public static ResponseItem said(String role, String text) {
        return new ResponseItem(RawJson.of("{\"type\":\"message\",\"role\":\"" + role + "\",\"content\":[{\"type\":\""
                + (role.equals("assistant") ? "output_text" : "input_text") + "\",\"text\":" + JsonStrings.quote(text)
                + "}]}"));
    }

    /** The line of a file, which has to be readable. */
    public static RawLine line(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var line = RawLine.of(bytes, 0, bytes.length, 0);
        if (line == null) {
            throw new AssertionError("not readable: " + text);
        }
        return line;
    }

    /** A seed from {@code -Dseed=}, else a new one; printed by the assertion that fails. */
    public static long seed() {
        return Long.getLong("seed", System.nanoTime());
    }

    /** Text with everything that needs care in JSON and UTF-8. */
    public static String text(Random random) {
        var text = new StringBuilder();
        var length = random.nextInt(40);
        for (var i = 0; i < length; i++) {
            switch (random.nextInt(8)) {
                case 0 -> text.append("\"\\/\b\f\n\r\t".charAt(random.nextInt(8)));
                case 1 -> text.append((char) random.nextInt(0x20));
                case 2 -> text.append((char) (0x80 + random.nextInt(0x700)));
                case 3 -> text.append((char) (0x2000 + random.nextInt(0x100)));
                case 4 -> text.appendCodePoint(0x1f600 + random.nextInt(64));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }
}
