package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class McpShapes {
    private McpShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                ListMcpServerStatusParams cursor?:S limit?:u32 detail?:Lv2.mcp.McpServerStatusDetail threadId?:S
                ListMcpServerStatusResponse data:[Lv2.mcp.McpServerStatus nextCursor?:S
                McpResourceReadParams threadId?:S server:S uri:S
                McpResourceReadResponse contents:[Lv2.mcp.ResourceContent
                McpServerElicitationRequestParams$Form threadId:S turnId?:S serverName:S meta>_meta?:J message:S requestedSchema:J
                McpServerElicitationRequestParams$Url threadId:S turnId?:S serverName:S meta>_meta?:J message:S url:S elicitationId:S
                McpServerElicitationRequestParams =mode form:Form url:Url
                McpServerElicitationRequestResponse action:Lv2.mcp.McpServerElicitationAction content?:J meta>_meta?:J
                McpServerInfo name:S title?:S version:S description?:S icons?:[J websiteUrl?:S
                McpServerOauthLoginCompletedNotification name:S success:B error-:S
                McpServerOauthLoginParams name:S scopes?:[S timeoutSecs?:i64
                McpServerOauthLoginResponse authorizationUrl:S
                McpServerRefreshResponse
                McpServerStatus name:S serverInfo?:Lv2.mcp.McpServerInfo tools:{Lv2.mcp.Tool resources:[Lv2.mcp.Resource resourceTemplates:[Lv2.mcp.ResourceTemplate authStatus:Lv2.mcp.McpAuthStatus
                McpServerStatusUpdatedNotification name:S status:Lv2.mcp.McpServerStartupState error?:S
                McpServerToolCallParams threadId:S server:S tool:S arguments-:J meta>_meta-:J
                McpServerToolCallResponse content:[J structuredContent-:J isError-:B meta>_meta-:J
                Resource annotations-:J description-:S mimeType-:S name:S size-:i64 title-:S uri:S icons-:[J meta>_meta-:J
                ResourceContent uri:S mimeType-:S text-:S meta>_meta-:J blob-:S
                ResourceTemplate annotations-:J uriTemplate:S name:S title-:S description-:S mimeType-:S
                Tool name:S title-:S description-:S inputSchema:J outputSchema-:J annotations-:J icons-:[J meta>_meta-:J
                """;
    }
}
