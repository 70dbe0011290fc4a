package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class WindowsShapes {
    private WindowsShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                WindowsSandboxReadinessResponse status:Lv2.windows.WindowsSandboxReadiness
                WindowsSandboxSetupCompletedNotification mode:Lv2.windows.WindowsSandboxSetupMode success:B error?:S
                WindowsSandboxSetupStartParams mode:Lv2.windows.WindowsSandboxSetupMode cwd?:A
                WindowsSandboxSetupStartResponse started:B
                WindowsWorldWritableWarningNotification samplePaths:[S extraCount:usize failedScan:B
                """;
    }
}
