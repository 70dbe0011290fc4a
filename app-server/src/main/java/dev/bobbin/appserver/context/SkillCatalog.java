package dev.bobbin.appserver.context;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.appserver.config.Config;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Skills: folders with a {@code SKILL.md} whose head names and describes it. They lie in {@code skills} of the home and
 * in {@code .agents/skills} of the project.
 */
public final class SkillCatalog {
    private static final Logger LOG = LoggerFactory.getLogger(SkillCatalog.class);
    private static final String FILE = "SKILL.md";

    /** Folders that a client wants looked into as well, until the server ends. */
    public static final String EXTRA_ROOTS = "bobbin_extra_roots";

    private static final int MAX_HEAD_BYTES = 8_192;

    private SkillCatalog() {}

    /** What the head of a skill's file says. */
    public record Skill(String name, String description, Path file) {}

    /** The skills that a thread in this directory may use, in the order of their names. */
    public static List<Skill> usable(Config config, Path cwd) {
        return find(config, cwd).stream()
                .filter(skill -> isEnabled(skill, config.raw()))
                .toList();
    }

    /** Whether the last entry of {@code skills.config} that names a skill, or its file, leaves it on. */
    public static boolean isEnabled(Skill skill, JsonNode config) {
        var enabled = true;
        for (var entry : config.path("skills").path("config")) {
            if (skill.name().equals(entry.path("name").asText())
                    || skill.file().toString().equals(entry.path("path").asText())) {
                enabled = entry.path("enabled").asBoolean(true);
            }
        }
        return enabled;
    }

    /** All skills for this directory, also those that are switched off, in the order of their names. */
    public static List<Skill> find(Config config, Path cwd) {
        var home = config.codexHome();
        var skills = new ArrayList<Skill>();
        for (var root : config.raw().path("skills").path(EXTRA_ROOTS)) {
            collect(Path.of(root.asText()), skills);
        }
        collect(home.resolve("skills"), skills);
        collect(home.resolve("skills").resolve(".system"), skills);
        for (Path folder = cwd; folder != null; folder = folder.getParent()) {
            collect(folder.resolve(".agents").resolve("skills"), skills);
            if (Files.exists(folder.resolve(".git"))) {
                break;
            }
        }
        skills.sort((one, other) -> one.name().compareTo(other.name()));
        return skills;
    }

    /** Tells the model of them. */
    static String describe(List<Skill> skills) {
        var text = new StringBuilder("""
                <skills_instructions>
                A skill is a folder of instructions for one kind of task. When the user names one, or a task plainly is what it \
                describes, read its file before you begin and follow it; paths in it are relative to its folder. Read \
                no further files of a skill than the task needs. Available:
                """);
        for (var skill : skills) {
            text.append("- ").append(skill.name()).append(": ").append(skill.description());
            text.append(" (file: ").append(skill.file()).append(")\n");
        }
        return text.append("</skills_instructions>").toString();
    }

    private static void collect(Path folder, List<Skill> skills) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                var skill = read(entry.resolve(FILE));
                if (skill != null) {
                    skills.add(skill);
                }
            }
        } catch (IOException e) {
            LOG.warn("cannot list skills in {}: {}", folder, e.toString());
        }
    }

    private static @Nullable Skill read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        String head;
        try (var in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(MAX_HEAD_BYTES), StandardCharsets.UTF_8);
        }
        if (!head.startsWith("---\n")) {
            return null;
        }
        var end = head.indexOf("\n---", 3);
        var name = member(head, end, "name:");
        var description = member(head, end, "description:");
        return name == null || description == null ? null : new Skill(name, description, file);
    }

    private static @Nullable String member(String head, int end, String key) {
        for (var line : head.substring(0, Math.max(end, 0)).split("\n", -1)) {
            if (line.startsWith(key)) {
                var value = line.substring(key.length()).strip();
                var isQuoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
                return isQuoted ? value.substring(1, value.length() - 1) : value;
            }
        }
        return null;
    }
}
