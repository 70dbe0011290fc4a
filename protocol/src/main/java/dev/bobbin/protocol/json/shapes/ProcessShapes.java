package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class ProcessShapes {
    private ProcessShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                ProcessExitedNotification processHandle:S exitCode:i32 stdout:S stdoutCapReached:B stderr:S stderrCapReached:B
                ProcessKillParams processHandle:S
                ProcessKillResponse
                ProcessOutputDeltaNotification processHandle:S stream:Lv2.process.ProcessOutputStream deltaBase64:S capReached:B
                ProcessResizePtyParams processHandle:S size:Lv2.process.ProcessTerminalSize
                ProcessResizePtyResponse
                ProcessSpawnParams command:[S processHandle:S cwd:A tty=:B streamStdin=:B streamStdoutStderr=:B outputBytesCap?:usize timeoutMs?:i64 env?:{?S size?:Lv2.process.ProcessTerminalSize
                ProcessSpawnResponse
                ProcessTerminalSize rows:u16 cols:u16
                ProcessWriteStdinParams processHandle:S deltaBase64?:S closeStdin=:B
                ProcessWriteStdinResponse
                """;
    }
}
