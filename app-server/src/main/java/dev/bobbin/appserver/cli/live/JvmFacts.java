package dev.bobbin.appserver.cli.live;

import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a JVM says of itself through {@code jcmd}, which every JDK has and every JVM answers.
 *
 * @param codexHome the home that it serves, as it was named to it; null if it is none of ours
 * @param version of Bobbin
 * @param runtime version of the JDK
 * @param command what it was started with, after the name of its main class
 */
record JvmFacts(
        @Nullable String codexHome,
        @Nullable String version,
        @Nullable String runtime,
        @Nullable String command,
        @Nullable Long heapUsedBytes,
        @Nullable Long heapCommittedBytes,
        @Nullable Long heapMaxBytes) {
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    /** Milliseconds after which {@code jcmd} gives up by itself, and tidies up what it made to be heard. */
    private static final String ITS_PATIENCE = "-J-Dsun.tools.attach.attachTimeout=4000";

    private static final List<String> QUESTIONS = List.of("VM.system_properties", "VM.flags", "GC.heap_info");
    private static final Pattern REGION = Pattern.compile("(?:total|committed) (\\d+)K, used (\\d+)K");
    private static final Pattern MAX_HEAP = Pattern.compile("-XX:MaxHeapSize=(\\d+)");
    private static final Pattern JAR = Pattern.compile("bobbin-app-server-([^" + File.separator + "]+)\\.jar");
    private static final int KIB = 1024;

    /** Asks a process of the same user; null if it does not answer, or is no JVM. */
    static @Nullable JvmFacts of(long pid, String homeProperty) throws InterruptedException {
        try {
            var said = ask(pid);
            return said == null ? null : read(said, homeProperty);
        } catch (IOException e) {
            return null;
        }
    }

    private static @Nullable String ask(long pid) throws IOException, InterruptedException {
        var questions = Files.createTempFile("bobbin-doctor-", ".jcmd");
        var answers = Files.createTempFile("bobbin-doctor-", ".txt");
        try {
            Files.write(questions, QUESTIONS);
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var asking = new ProcessBuilder(jcmd, ITS_PATIENCE, String.valueOf(pid), "-f", questions.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(answers.toFile())
                    .start();
            if (!asking.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                asking.destroyForcibly();
                return null;
            }
            return asking.exitValue() == 0 ? Files.readString(answers, StandardCharsets.UTF_8) : null;
        } finally {
            Files.deleteIfExists(questions);
            Files.deleteIfExists(answers);
        }
    }

    static JvmFacts read(String said, String homeProperty) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(said));
        var used = 0L;
        var committed = 0L;
        for (var region = REGION.matcher(said); region.find(); ) {
            committed += Long.parseLong(region.group(1)) * KIB;
            used += Long.parseLong(region.group(2)) * KIB;
        }
        var max = MAX_HEAP.matcher(said);
        var jar = JAR.matcher(properties.getProperty("java.class.path", ""));
        return new JvmFacts(
                properties.getProperty(homeProperty),
                jar.find() ? jar.group(1) : null,
                properties.getProperty("java.runtime.version"),
                properties.getProperty("sun.java.command"),
                committed == 0 ? null : used,
                committed == 0 ? null : committed,
                max.find() ? Long.valueOf(max.group(1)) : null);
    }
}
