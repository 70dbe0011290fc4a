package dev.bobbin.protocol.json.shapes;

/** Written by {@code ShapeListTest}. */
public final class CommandShapes {
    private CommandShapes() {}

    /** One line per record and union. */
    public static String list() {
        return """
                CommandExecOutputDeltaNotification processId:S stream:Lv2.command.CommandExecOutputStream deltaBase64:S capReached:B
                CommandExecParams command:[S processId?:S tty=:B streamStdin=:B streamStdoutStderr=:B outputBytesCap?:usize disableOutputCap=:B disableTimeout=:B timeoutMs?:i64 cwd?:S env?:{?S size?:Lv2.command.CommandExecTerminalSize sandboxPolicy?:Lv2.approval.SandboxPolicy permissionProfile?!:S
                CommandExecResizeParams processId:S size:Lv2.command.CommandExecTerminalSize
                CommandExecResizeResponse
                CommandExecResponse exitCode:i32 stdout:S stderr:S
                CommandExecTerminalSize rows:u16 cols:u16
                CommandExecTerminateParams processId:S
                CommandExecTerminateResponse
                CommandExecWriteParams processId:S deltaBase64?:S closeStdin=:B
                CommandExecWriteResponse
                """;
    }
}
