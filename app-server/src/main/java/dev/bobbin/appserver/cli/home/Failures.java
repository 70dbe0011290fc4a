package dev.bobbin.appserver.cli.home;

import dev.bobbin.threadstore.ThreadStoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells failures that a person can do something about in one line on stderr, with exit code 1. */
public final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) throws Exception {
        var text = text(failure);
        if (text == null) {
            throw failure;
        }
        command.getErr().println("bobbin: " + Plain.line(text));
        return 1;
    }

    /** What to say of a failure; null if it is a defect of this program. */
    public static @Nullable String text(Exception failure) {
        return switch (failure) {
            case ThreadStoreException.Conflict conflict -> held(conflict);
            case ThreadStoreException stored -> stored.text();
            case Refusal refusal -> refusal.getMessage();
            case IOException _, UncheckedIOException _ -> String.valueOf(failure.getMessage());
            default -> null;
        };
    }

    private static String held(ThreadStoreException.Conflict conflict) {
        var holder = conflict.holder();
        if (holder == null) {
            return conflict.text() + "; try again when it is closed there";
        }
        var client = holder.client().isEmpty() ? "" : " for " + holder.client();
        return "%s: process %d%s, running since %s, holds it; close it there first"
                .formatted(conflict.text(), holder.pid(), client, holder.startedAt());
    }
}
