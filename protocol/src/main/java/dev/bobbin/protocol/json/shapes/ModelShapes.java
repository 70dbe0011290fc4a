package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class ModelShapes {
    private ModelShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                CollaborationModeListParams
                CollaborationModeListResponse data:[Lv2.model.CollaborationModeMask
                CollaborationModeMask name:S mode?:Lv2.turn.ModeKind model?:S reasoningEffort>reasoning_effort?:Lv2.item.ReasoningEffort
                Model id:S model:S upgrade?:S upgradeInfo?:Lv2.model.ModelUpgradeInfo availabilityNux?:Lv2.model.ModelAvailabilityNux displayName:S description:S hidden:B supportedReasoningEfforts:[Lv2.model.ReasoningEffortOption defaultReasoningEffort:Lv2.item.ReasoningEffort inputModalities=:[Lv2.model.InputModality supportsPersonality=:B additionalSpeedTiers=:[S serviceTiers=:[Lv2.model.ModelServiceTier defaultServiceTier?:S isDefault:B
                ModelAvailabilityNux message:S
                ModelListParams cursor?:S limit?:u32 includeHidden?:B
                ModelListResponse data:[Lv2.model.Model nextCursor?:S
                ModelProviderCapabilitiesReadParams
                ModelProviderCapabilitiesReadResponse namespaceTools:B imageGeneration:B webSearch:B
                ModelReroutedNotification threadId:S turnId:S fromModel:S toModel:S reason:Lv2.model.ModelRerouteReason
                ModelServiceTier id:S name:S description:S
                ModelUpgradeInfo model:S upgradeCopy?:S modelLink?:S migrationMarkdown?:S
                ModelVerificationNotification threadId:S turnId:S verifications:[Lv2.model.ModelVerification
                ReasoningEffortOption reasoningEffort:Lv2.item.ReasoningEffort description:S
                """;
    }
}
