package dev.bobbin.protocol.v2.model;

import dev.bobbin.protocol.v2.item.ReasoningEffort;
import dev.bobbin.protocol.wire.Defaulted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model that threads can use. */
public record Model(
        String id,
        String model,
        @Nullable String upgrade,
        @Nullable ModelUpgradeInfo upgradeInfo,
        @Nullable ModelAvailabilityNux availabilityNux,
        String displayName,
        String description,
        boolean hidden,
        List<ReasoningEffortOption> supportedReasoningEfforts,
        ReasoningEffort defaultReasoningEffort,
        @Defaulted List<InputModality> inputModalities,
        @Defaulted boolean supportsPersonality,
        @Defaulted List<String> additionalSpeedTiers,
        @Defaulted List<ModelServiceTier> serviceTiers,
        @Nullable String defaultServiceTier,
        boolean isDefault) {}
