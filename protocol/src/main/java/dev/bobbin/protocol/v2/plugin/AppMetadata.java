package dev.bobbin.protocol.v2.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an app's maker says about it in the directory. */
public record AppMetadata(
        @Nullable AppReview review,
        @Nullable List<String> categories,
        @Nullable List<String> subCategories,
        @Nullable String seoDescription,
        @Nullable List<AppScreenshot> screenshots,
        @Nullable String developer,
        @Nullable String version,
        @Nullable String versionId,
        @Nullable String versionNotes,
        @Nullable String firstPartyType,
        @Nullable Boolean firstPartyRequiresInstall,
        @Nullable Boolean showInComposerWhenUnlinked) {}
