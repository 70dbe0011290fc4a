package dev.bobbin.protocol.json;

import dev.bobbin.protocol.v2.item.FileUpdateChange;
import dev.bobbin.protocol.v2.item.ThreadItem;
import dev.bobbin.protocol.v2.item.UserInput;
import dev.bobbin.protocol.v2.thread.Thread;
import dev.bobbin.protocol.v2.turn.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Reads components of those records of which one answer holds thousands, by calling their accessors: reflection takes a
 * quarter of a microsecond for each, which adds up to a tenth of the time that a long thread takes.
 */
@FunctionalInterface
interface DirectReader {
    /** @param index place of the component in the record's declaration */
    @Nullable
    Object read(Object record, int index);

    /** Null for records that are read by reflection. */
    static @Nullable DirectReader of(Class<?> type) {
        if (type == Turn.class) {
            return DirectReader::turn;
        }
        if (type == ThreadItem.UserMessage.class) {
            return DirectReader::userMessage;
        }
        if (type == UserInput.Text.class) {
            return DirectReader::text;
        }
        if (type == ThreadItem.AgentMessage.class) {
            return DirectReader::agentMessage;
        }
        if (type == ThreadItem.Reasoning.class) {
            return DirectReader::reasoning;
        }
        if (type == ThreadItem.CommandExecution.class) {
            return DirectReader::commandExecution;
        }
        if (type == ThreadItem.FileChange.class) {
            return DirectReader::fileChange;
        }
        if (type == FileUpdateChange.class) {
            return DirectReader::fileUpdateChange;
        }
        return type == Thread.class ? DirectReader::thread : null;
    }

    private static @Nullable Object turn(Object record, int index) {
        var turn = (Turn) record;
        return switch (index) {
            case 0 -> turn.id();
            case 1 -> turn.items();
            case 2 -> turn.itemsView();
            case 3 -> turn.status();
            case 4 -> turn.error();
            case 5 -> turn.startedAt();
            case 6 -> turn.completedAt();
            case 7 -> turn.durationMs();
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    private static @Nullable Object userMessage(Object record, int index) {
        var message = (ThreadItem.UserMessage) record;
        return switch (index) {
            case 0 -> message.id();
            case 1 -> message.clientId();
            case 2 -> message.content();
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    private static @Nullable Object text(Object record, int index) {
        var text = (UserInput.Text) record;
        return switch (index) {
            case 0 -> text.text();
            case 1 -> text.textElements();
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    private static @Nullable Object agentMessage(Object record, int index) {
        var message = (ThreadItem.AgentMessage) record;
        return switch (index) {
            case 0 -> message.id();
            case 1 -> message.text();
            case 2 -> message.phase();
            case 3 -> message.memoryCitation();
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    private static @Nullable Object reasoning(Object record, int index) {
        var reasoning = (ThreadItem.Reasoning) record;
        return switch (index) {
            case 0 -> reasoning.id();
            case 1 -> reasoning.summary();
            case 2 -> reasoning.content();
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    private static @Nullable Object commandExecution(Object record, int index) {
        var command = (ThreadItem.CommandExecution) record;
        return switch (index) {
            case 0 -> command.id();
            case 1 -> command.command();
            case 2 -> command.cwd();
            case 3 -> command.processId();
            case 4 -> command.source();
            case 5 -> command.status();
            case 6 -> command.commandActions();
            case 7 -> command.aggregatedOutput();
            case 8 -> command.exitCode();
            case 9 -> command.durationMs();
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    private static @Nullable Object fileChange(Object record, int index) {
        var change = (ThreadItem.FileChange) record;
        return switch (index) {
            case 0 -> change.id();
            case 1 -> change.changes();
            case 2 -> change.status();
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    private static @Nullable Object fileUpdateChange(Object record, int index) {
        var change = (FileUpdateChange) record;
        return switch (index) {
            case 0 -> change.path();
            case 1 -> change.kind();
            case 2 -> change.diff();
            default -> throw new IndexOutOfBoundsException(index);
        };
    }

    private static @Nullable Object thread(Object record, int index) {
        var thread = (Thread) record;
        return switch (index) {
            case 0 -> thread.id();
            case 1 -> thread.sessionId();
            case 2 -> thread.forkedFromId();
            case 3 -> thread.parentThreadId();
            case 4 -> thread.preview();
            case 5 -> thread.ephemeral();
            case 6 -> thread.modelProvider();
            case 7 -> thread.createdAt();
            case 8 -> thread.updatedAt();
            case 9 -> thread.status();
            case 10 -> thread.path();
            case 11 -> thread.cwd();
            case 12 -> thread.cliVersion();
            case 13 -> thread.source();
            case 14 -> thread.threadSource();
            case 15 -> thread.agentNickname();
            case 16 -> thread.agentRole();
            case 17 -> thread.gitInfo();
            case 18 -> thread.name();
            case 19 -> thread.turns();
            default -> throw new IndexOutOfBoundsException(index);
        };
    }
}
