package dev.bobbin.appserver.context;

import dev.bobbin.rollout.line.TurnContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells the model where it works, in a form that readers of a history recognise as context rather than as something the
 * user said.
 */
final class EnvironmentText {
    private EnvironmentText() {}

    /**
     * What to tell.
     *
     * @param told what the model was told before; null tells it everything
     * @return null if there is nothing new to tell
     */
    static @Nullable String of(TurnSettings settings, TurnContext now, @Nullable TurnContext told) {
        if (told != null && isSame(now, told) && PermissionProfile.isSame(settings, now, told)) {
            return null;
        }
        var text = new StringBuilder(512).append("<environment_context>\n");
        if (told == null || !told.cwd().equals(now.cwd())) {
            element(text, "cwd", now.cwd());
            element(text, "shell", shell());
        }
        if (now.currentDate() != null) {
            element(text, "current_date", now.currentDate());
        }
        if (now.timezone() != null) {
            element(text, "timezone", now.timezone());
        }
        text.append("  <filesystem>");
        workspaceRoots(text, settings.workspaceRoots());
        text.append(PermissionProfile.of(settings).xml());
        return text.append("</filesystem>\n</environment_context>").toString();
    }

    private static boolean isSame(TurnContext now, TurnContext told) {
        return now.cwd().equals(told.cwd())
                && Objects.equals(now.currentDate(), told.currentDate())
                && Objects.equals(now.timezone(), told.timezone())
                && Objects.equals(now.workspaceRoots(), told.workspaceRoots())
                && now.sandboxPolicy().equals(told.sandboxPolicy());
    }

    private static void workspaceRoots(StringBuilder text, List<Path> roots) {
        if (roots.isEmpty()) {
            return;
        }
        text.append("<workspace_roots>");
        for (var root : roots) {
            text.append("<root>").append(XmlText.escaped(root.toString())).append("</root>");
        }
        text.append("</workspace_roots>");
    }

    private static void element(StringBuilder text, String name, String value) {
        text.append("  <").append(name).append('>');
        text.append(XmlText.escaped(value));
        text.append("</").append(name).append(">\n");
    }

    private static String shell() {
        var path = System.getenv("SHELL");
        return path == null || path.isBlank() ? "sh" : path.substring(path.lastIndexOf('/') + 1);
    }
}
