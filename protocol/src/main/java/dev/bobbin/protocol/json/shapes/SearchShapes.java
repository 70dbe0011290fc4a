package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class SearchShapes {
    private SearchShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                FuzzyFileSearchParams query:S roots:[S cancellationToken?:S
                FuzzyFileSearchResponse files:[Lv2.search.FuzzyFileSearchResult
                FuzzyFileSearchResult root:S path:S matchType>match_type:Lv2.search.FuzzyFileSearchMatchType fileName>file_name:S score:u32 indices?:[u32
                FuzzyFileSearchSessionCompletedNotification sessionId:S
                FuzzyFileSearchSessionStartParams sessionId:S roots:[S
                FuzzyFileSearchSessionStartResponse
                FuzzyFileSearchSessionStopParams sessionId:S
                FuzzyFileSearchSessionStopResponse
                FuzzyFileSearchSessionUpdateParams sessionId:S query:S
                FuzzyFileSearchSessionUpdateResponse
                FuzzyFileSearchSessionUpdatedNotification sessionId:S query:S files:[Lv2.search.FuzzyFileSearchResult
                """;
    }
}
