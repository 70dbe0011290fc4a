package dev.bobbin.protocol.v2.feature;

import java.util.Map;

/** Parameters of {@code experimentalFeature/enablement/set}. */
public record ExperimentalFeatureEnablementSetParams(Map<String, Boolean> enablement) {}
