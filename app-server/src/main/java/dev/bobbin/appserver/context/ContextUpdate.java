package dev.bobbin.appserver.context;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.protocol.v2.turn.ModeKind;
import dev.bobbin.protocol.v2.turn.Personality;
import dev.bobbin.rollout.line.RawJson;
import dev.bobbin.rollout.line.TurnContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the model must be told before a turn: everything when it knows nothing, else what has changed since.
 *
 * @param items messages to put before the user's, perhaps none
 * @param turnContext the settings they bring the model up to; stored with every turn
 */
public record ContextUpdate(List<RawJson> items, TurnContext turnContext) {
    /** The version of this server's handling of several agents, as readers of the history know it. */
    private static final String MULTI_AGENT_VERSION = "v1";

    /**
     * Works it out. Reads project documents and skills when the model must be told everything.
     *
     * @param told the settings the model was last told of; null if it knows nothing
     * @param clock for the date and the time zone
     */
    public static ContextUpdate of(TurnSettings settings, String turnId, @Nullable TurnContext told, Clock clock) {
        var now = turnContext(settings, turnId, clock);
        var items = new ArrayList<RawJson>(2);
        var developer = developerTexts(settings, now, told);
        if (!developer.isEmpty()) {
            items.add(ResponseItems.developerTexts(developer));
        }
        var user = userTexts(settings, now, told);
        if (!user.isEmpty()) {
            items.add(ResponseItems.userTexts(user));
        }
        return new ContextUpdate(List.copyOf(items), now);
    }

    private static TurnContext turnContext(TurnSettings settings, String turnId, Clock clock) {
        var roots = JsonNodeFactory.instance.arrayNode();
        settings.workspaceRoots().stream().map(Path::toString).forEach(roots::add);
        return new TurnContext(
                turnId,
                settings.cwd().toString(),
                RawJson.of(roots),
                LocalDate.now(clock).toString(),
                timezone(clock),
                StoredPolicies.of(settings.approvalPolicy()),
                StoredPolicies.of(settings.sandboxPolicy()),
                PermissionProfile.of(settings).json(),
                null,
                null,
                settings.model(),
                settings.personality() == null ? null : settings.personality().wireName(),
                collaborationMode(settings),
                MULTI_AGENT_VERSION,
                false,
                settings.effort() == null ? null : settings.effort().wireName(),
                "auto");
    }

    private static String timezone(Clock clock) {
        var id = clock.getZone().getId();
        return switch (id) {
            case "Z", "UTC", "GMT" -> "Etc/UTC";
            default -> id;
        };
    }

    private static RawJson collaborationMode(TurnSettings settings) {
        var mode = settings.collaborationMode();
        var tree = JsonNodeFactory.instance.objectNode().put("mode", mode.mode().wireName());
        var effort = mode.settings().reasoningEffort();
        tree.putObject("settings")
                .put("model", mode.settings().model())
                .put("reasoning_effort", effort == null ? null : effort.wireName())
                .put("developer_instructions", mode.settings().developerInstructions());
        return RawJson.of(tree);
    }

    private static List<String> developerTexts(TurnSettings settings, TurnContext now, @Nullable TurnContext told) {
        var texts = new ArrayList<String>();
        if (told != null && !told.model().equals(now.model())) {
            texts.add(
                    "<model_switch>\nAnother model led this conversation until here. From now on these instructions hold:\n\n"
                            + settings.baseInstructions()
                            + "\n</model_switch>");
        }
        if (told == null || !isSamePermissions(now, told) || !PermissionProfile.isSame(settings, now, told)) {
            texts.add(PermissionsText.of(settings));
        }
        if (told == null && settings.developerInstructions() != null) {
            texts.add(settings.developerInstructions());
        }
        var mode = modeText(settings, now, told);
        if (mode != null) {
            texts.add("<collaboration_mode>" + mode + "</collaboration_mode>");
        }
        var tone = toneText(settings, now, told);
        if (tone != null) {
            texts.add("<personality_spec>" + tone + "</personality_spec>");
        }
        if (told == null) {
            var skills = SkillCatalog.usable(settings.config(), settings.cwd());
            if (!skills.isEmpty()) {
                texts.add(SkillCatalog.describe(skills));
            }
        }
        return texts;
    }

    private static boolean isSamePermissions(TurnContext now, TurnContext told) {
        return now.approvalPolicy().equals(told.approvalPolicy())
                && now.sandboxPolicy().equals(told.sandboxPolicy())
                && Objects.equals(now.workspaceRoots(), told.workspaceRoots());
    }

    /** What to say of the way of working together; null for nothing. */
    private static @Nullable String modeText(TurnSettings settings, TurnContext now, @Nullable TurnContext told) {
        if (told != null && isSameMode(now, told)) {
            return null;
        }
        var mode = settings.collaborationMode();
        var given = mode.settings().developerInstructions();
        if (given != null) {
            return given;
        }
        if (mode.mode() == ModeKind.PLAN) {
            return Prompts.PLAN_MODE.text();
        }
        return told == null || !wasPlanning(told)
                ? null
                : "Planning has ended: from now on carry out what the user asks for.";
    }

    /** The model named in the mode is no part of it. */
    private static boolean isSameMode(TurnContext now, TurnContext told) {
        if (now.collaborationMode() == null || told.collaborationMode() == null) {
            return true;
        }
        if (now.collaborationMode().equals(told.collaborationMode())) {
            return true;
        }
        var a = now.collaborationMode().tree();
        var b = told.collaborationMode().tree();
        return a.path("mode").equals(b.path("mode"))
                && a.path("settings")
                        .path("developer_instructions")
                        .equals(b.path("settings").path("developer_instructions"));
    }

    private static boolean wasPlanning(TurnContext told) {
        return told.collaborationMode() != null
                && told.collaborationMode().tree().path("mode").asText().equals(ModeKind.PLAN.wireName());
    }

    private static @Nullable String toneText(TurnSettings settings, TurnContext now, @Nullable TurnContext told) {
        if (told != null && Objects.equals(now.personality(), told.personality())) {
            return null;
        }
        if (settings.personality() == Personality.FRIENDLY) {
            return "Be warm and encouraging, without flattery, and explain as to a colleague who is new to the subject.";
        }
        return told == null || settings.personality() != Personality.PRAGMATIC
                ? null
                : "Be matter-of-fact and concise: results, reasons, next steps.";
    }

    private static List<String> userTexts(TurnSettings settings, TurnContext now, @Nullable TurnContext told) {
        var texts = new ArrayList<String>();
        if (told == null) {
            var config = settings.config();
            var limits = config.projectDocs();
            var docs =
                    ProjectDocs.find(config.codexHome(), settings.cwd(), limits.maxBytes(), limits.fallbackFilenames());
            if (docs.text() != null) {
                texts.add("# AGENTS.md instructions for " + now.cwd() + "\n\n<INSTRUCTIONS>\n" + docs.text()
                        + "\n</INSTRUCTIONS>");
            }
        }
        var environment = EnvironmentText.of(settings, now, told);
        if (environment != null) {
            texts.add(environment);
        }
        return texts;
    }
}
