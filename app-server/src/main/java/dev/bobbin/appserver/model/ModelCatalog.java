package dev.bobbin.appserver.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.v2.model.InputModality;
import dev.bobbin.protocol.v2.model.Model;
import dev.bobbin.protocol.v2.model.ModelServiceTier;
import dev.bobbin.protocol.v2.model.ModelUpgradeInfo;
import dev.bobbin.protocol.v2.model.ReasoningEffortOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The models that there are to choose from.
 *
 * <p>Two forms are read: a catalogue, {@code {"models":[{"slug":…,"display_name":…,"visibility":"list"|"hide",…}]}}, with all
 * that is to be known of each model, and a provider's plain list, {@code {"data":[{"id":…}]}}. The model that is configured
 * is always among them, whether its provider names it or not.
 */
public final class ModelCatalog {
    private static final int LAST = Integer.MAX_VALUE;

    private ModelCatalog() {}

    /**
     * All models, the hidden ones too, in the catalogue's order of priority.
     *
     * @param listing of the provider or from a file; null if there is none
     * @param configured name of the model that threads get when they ask for none; it is the default
     */
    public static List<Model> of(@Nullable JsonNode listing, String configured) {
        var models = new ArrayList<Model>();
        if (listing != null
                && listing.path("models").isArray()
                && !listing.path("models").isEmpty()) {
            listing.path("models")
                    .valueStream()
                    .filter(model -> model.path("slug").isTextual())
                    .sorted(Comparator.comparingInt(
                            model -> model.path("priority").asInt(LAST)))
                    .forEach(model -> models.add(described(model, configured)));
        } else if (listing != null) {
            listing.path("data")
                    .valueStream()
                    .map(model -> model.path("id").asText())
                    .filter(id -> !id.isEmpty())
                    .sorted(Comparator.comparing((String id) -> !id.equals(configured))
                            .thenComparing(Comparator.naturalOrder()))
                    .forEach(id -> models.add(named(id, configured)));
        }
        if (models.stream().noneMatch(model -> model.model().equals(configured))) {
            models.addFirst(named(configured, configured));
        }
        return models;
    }

    private static Model named(String name, String configured) {
        var traits = ModelTraits.of(name);
        var efforts = traits.reasons()
                ? List.of(ReasoningEffort.LOW, ReasoningEffort.MEDIUM, ReasoningEffort.HIGH, ReasoningEffort.XHIGH)
                : List.<ReasoningEffort>of();
        return new Model(
                name,
                name,
                null,
                null,
                null,
                name,
                "",
                false,
                efforts.stream()
                        .map(effort -> new ReasoningEffortOption(effort, ""))
                        .toList(),
                traits.defaultEffort() == null ? ReasoningEffort.NONE : traits.defaultEffort(),
                List.of(InputModality.TEXT, InputModality.IMAGE),
                false,
                List.of(),
                List.of(),
                null,
                name.equals(configured));
    }

    private static Model described(JsonNode model, String configured) {
        var name = model.path("slug").asText();
        var upgrade = upgrade(model.path("upgrade"));
        var effort = effort(model.path("default_reasoning_level").asText());
        return new Model(
                name,
                name,
                upgrade == null ? null : upgrade.model(),
                upgrade,
                null,
                model.path("display_name").asText(name),
                model.path("description").isTextual()
                        ? model.path("description").textValue()
                        : "",
                !model.path("visibility").asText("list").equals("list"),
                efforts(model.path("supported_reasoning_levels")),
                effort == null ? ReasoningEffort.NONE : effort,
                modalities(model.path("input_modalities")),
                model.path("supports_personality").asBoolean(),
                texts(model.path("additional_speed_tiers")),
                tiers(model.path("service_tiers")),
                text(model.path("default_service_tier")),
                name.equals(configured));
    }

    private static @Nullable ModelUpgradeInfo upgrade(JsonNode upgrade) {
        var model = upgrade.isTextual() ? upgrade.textValue() : text(upgrade.path("model"));
        return model == null ? null : new ModelUpgradeInfo(model, null, null, text(upgrade.path("migration_markdown")));
    }

    private static List<ReasoningEffortOption> efforts(JsonNode levels) {
        var options = new ArrayList<ReasoningEffortOption>();
        for (var level : levels) {
            var effort = effort(level.path("effort").asText());
            if (effort != null) {
                options.add(new ReasoningEffortOption(
                        effort, level.path("description").asText()));
            }
        }
        return options;
    }

    private static @Nullable ReasoningEffort effort(String name) {
        for (var effort : ReasoningEffort.values()) {
            if (effort.wireName().equals(name)) {
                return effort;
            }
        }
        return null;
    }

    private static List<InputModality> modalities(JsonNode names) {
        var found = new ArrayList<InputModality>();
        for (var modality : InputModality.values()) {
            if (!names.isArray() || texts(names).contains(modality.wireName())) {
                found.add(modality);
            }
        }
        return found;
    }

    private static List<ModelServiceTier> tiers(JsonNode tiers) {
        return tiers.valueStream()
                .map(tier -> new ModelServiceTier(
                        tier.path("id").asText(),
                        tier.path("name").asText(),
                        tier.path("description").asText()))
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
