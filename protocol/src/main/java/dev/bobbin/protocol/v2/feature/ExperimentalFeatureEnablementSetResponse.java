package dev.bobbin.protocol.v2.feature;

import java.util.Map;

/** Answer to {@code experimentalFeature/enablement/set}. */
public record ExperimentalFeatureEnablementSetResponse(Map<String, Boolean> enablement) {}
